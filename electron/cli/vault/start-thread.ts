import { Worker } from 'node:worker_threads';
import type { StartedThread } from '../../../shared/workflow/second-thread/thread-messages.ts';
import { threadOfWorker } from '../../node/thread-of-worker.ts';

/** The second thread, which Node reads from its sources. */
export function startThread(): StartedThread {
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('thread-entry.ts', import.meta.url).href;
  return threadOfWorker(
    new Worker(new URL('thread-boot.mjs', import.meta.url), { workerData: { loader, entry } }),
  );
}
