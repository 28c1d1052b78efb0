import { parentPort, workerData } from 'node:worker_threads';
import { serveBlocks } from '../../../shared/workflow/second-thread/serve-blocks.ts';
import { startSolver } from '../bench/start-solver.ts';
import { denyNodeNetwork } from '../lockdown/node-stubs.ts';

denyNodeNetwork();

serveBlocks(
  {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    post: (message) => parentPort?.postMessage(message),
    onMessage: (listener) => void parentPort?.on('message', listener),
  },
  async () => startSolver(workerData as Uint8Array),
  { breathe: async () => new Promise((resolve) => setImmediate(resolve)), now: () => performance.now() },
);
