import type { Progress } from '../ipc/vault-contract.ts';
import type { ReviewPorts, Working } from './review-ports.ts';

/** Longest stretch of work without a pause, milliseconds: a view asked for meanwhile waits no longer. */
const stretch = 24;

/** Runs work that reports its progress step by step, pausing so that other calls are answered; stops when cancelled. */
export async function driven<T>(
  work: Generator<{ readonly done: number; readonly total: number }, T>,
  { signal, onProgress }: Working,
  { breathe, now }: Pick<ReviewPorts, 'breathe' | 'now'>,
  told: (done: number, total: number) => Progress = (done, total) => ({ stage: 'protecting', done, total }),
): Promise<T> {
  let since = now();
  try {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (now() - since < stretch) continue;
      const { done, total } = step.value;
      onProgress(told(done, total));
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await breathe();
      signal.throwIfAborted();
      since = now();
    }
  } finally {
    work.return(undefined as T);
  }
}
