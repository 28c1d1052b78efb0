import type { EventEmitter } from 'node:events';
import type { StartedThread } from '../../shared/workflow/second-thread/thread-messages.ts';

/** What a started thread of Node can do. */
interface Worker extends Pick<EventEmitter, 'on' | 'once'> {
  readonly postMessage: (message: unknown) => void;
  readonly unref: () => void;
  readonly terminate: () => Promise<unknown>;
}

/** A thread of this process; it ends with the process and does not keep it: whoever listens lets it go again. */
export function threadOfWorker(worker: Worker): StartedThread {
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
