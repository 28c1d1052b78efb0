import { parentPort } from 'node:worker_threads';
import { serveBlocks } from '../../../shared/workflow/second-thread/serve-blocks.ts';
import { startSolver } from './start-solver.ts';

serveBlocks(
  {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    post: (message) => parentPort?.postMessage(message),
    onMessage: (listener) => void parentPort?.on('message', listener),
  },
  startSolver,
  { breathe: async () => new Promise((resolve) => setImmediate(resolve)), now: () => performance.now() },
);
