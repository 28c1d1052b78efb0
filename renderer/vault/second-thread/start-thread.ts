import type { FromThread, StartedThread } from '../../../shared/workflow/second-thread/thread-messages.ts';

/** A worker of the vault's page, from a file of the application; it ends with the page. */
export function startThread(): StartedThread {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    post: (message) => worker.postMessage(message),
    onMessage: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<FromThread>) => listener(data)),
    onEnd: (listener) => {
      worker.addEventListener('error', listener);
      worker.addEventListener('messageerror', listener);
    },
    end: () => worker.terminate(),
  };
}
