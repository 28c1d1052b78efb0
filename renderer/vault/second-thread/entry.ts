import { serveBlocks } from '../../../shared/workflow/second-thread/serve-blocks.ts';
import type { ToThread } from '../../../shared/workflow/second-thread/thread-messages.ts';
import { breathe } from '../breathe.ts';
import { startSolver } from '../solver/start-solver.ts';

serveBlocks(
  {
    post: (message) => postMessage(message),
    onMessage: (listener) =>
      addEventListener('message', ({ data }: MessageEvent<ToThread>) => listener(data)),
  },
  startSolver,
  { breathe, now: () => performance.now() },
);
