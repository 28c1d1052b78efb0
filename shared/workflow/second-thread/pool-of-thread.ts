import type { AskToSort } from '../../kernel/sort-with-help.ts';
import type { AskForHelp } from '../../kernel/count-with-help.ts';
import type { PoolListener } from '../../ports/task-pool.ts';
import type { BlockPool, FinishedBlock } from '../../protect/secondary/sent-block.ts';
import type { StartedThread } from './thread-messages.ts';

/** Steps of work that no thread is started for: well under a second of it. */
const stepsAlone = 400;

/** One more thread, for blocks of protection, for counting and for sorting. */
export interface SecondThread extends BlockPool {
  readonly askForHelp: AskForHelp;
  readonly askToSort: AskToSort;
  /** Starts the thread, so that it is there when it is asked. */
  readonly start: () => void;
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
  const running = (): StartedThread | undefined => {
    try {
      return (thread ??= started());
    } catch {
      fail(thread);
      return undefined;
    }
  };
  const post: StartedThread['post'] = (message) => {
    try {
      running()?.post(message);
    } catch {
      fail(thread);
    }
  };
  return {
    after,
    askForHelp: (count) => post({ kind: 'count', count }),
    askToSort: (sort) => post({ kind: 'sort', sort }),
    start: () => void running(),
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
