import type { AskForHelp } from '../../kernel/count-with-help.ts';
import type { PoolListener } from '../../ports/task-pool.ts';
import type { BlockPool, FinishedBlock } from '../../protect/secondary/sent-block.ts';
import type { StartedThread } from './thread-messages.ts';

/** Steps of work that no thread is started for: well under a second of it. */
const stepsAlone = 400;

/** One more thread, for blocks of protection and for counting. */
export interface SecondThread extends BlockPool {
  readonly askForHelp: AskForHelp;
}

/**
 * A pool of one more thread. It is started when the first task is given away, stays for the next piece of work, and is started again for
 * it if it ended; whoever gave tasks to one that ended is told.
 */
export function poolOfThread(start: () => StartedThread, after = stepsAlone): SecondThread {
  const listeners = new Map<number, PoolListener<FinishedBlock>>();
  let thread: StartedThread | undefined;
  let last = 0;
  const fail = (gone: StartedThread | undefined): void => {
    if (gone !== thread) return;
    thread = undefined;
    gone?.end();
    const told = [...listeners.values()];
    listeners.clear();
    for (const listener of told) listener.failed();
  };
  const started = (): StartedThread => {
    const fresh = start();
    fresh.onMessage((message) => {
      if (message.kind === 'failed') return fail(fresh);
      const listener = listeners.get(message.run);
      return message.results.forEach((result) => listener?.done(result));
    });
    fresh.onEnd(() => fail(fresh));
    return fresh;
  };
  const post: StartedThread['post'] = (message) => {
    try {
      thread ??= started();
      thread.post(message);
    } catch {
      fail(thread);
    }
  };
  return {
    after,
    askForHelp: (count) => post({ kind: 'count', count }),
    open: (listener) => {
      const run = ++last;
      listeners.set(run, listener);
      return {
        give: (tasks) => {
          if (listeners.has(run)) post({ kind: 'tasks', run, tasks });
        },
        close: () => {
          if (listeners.delete(run) && thread !== undefined) post({ kind: 'drop', run });
        },
      };
    },
  };
}
