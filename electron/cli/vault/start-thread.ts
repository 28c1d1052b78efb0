import { Worker } from 'node:worker_threads';
import type { StartedThread } from '../../../shared/workflow/second-thread/thread-messages.ts';

/** A thread of this process; it ends with the process and does not keep it: whoever listens lets it go again. */
export function startThread(): StartedThread {
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('thread-entry.ts', import.meta.url).href;
  const worker = new Worker(new URL('thread-boot.mjs', import.meta.url), { workerData: { loader, entry } });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => {
      worker.on('message', listener);
      worker.unref();
    },
    onEnd: (listener) => {
      worker.once('error', listener);
      worker.once('messageerror', listener);
      worker.once('exit', listener);
    },
    end: () => void worker.terminate(),
  };
}
