import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { StartedThread } from '../../../shared/workflow/second-thread/thread-messages.ts';
import { threadOfWorker } from '../../node/thread-of-worker.ts';

/**
 * What starts the one kind of thread this process has. Taken before threads are denied to everything else; the thread denies itself the
 * network before it does anything. Undefined where there is no second core.
 */
export function threadStarter(solver: () => Uint8Array): (() => StartedThread) | undefined {
  const Thread = Worker;
  if (availableParallelism() < 2) return undefined;
  return () =>
    threadOfWorker(new Thread(new URL('native-thread.js', import.meta.url), { workerData: solver() }));
}
