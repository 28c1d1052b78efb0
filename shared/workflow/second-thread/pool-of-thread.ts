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
  /**
   * Puts another thread in the place of one that has sorted and is not at work. Shared memory is let go of only when every thread that was shown it has
   * collected its garbage, and an idle one does not.
   */
  readonly renew: () => void;
}

/**
 * A pool of one more thread. It is started when the first task is given away, stays for the next piece of work, and is started again for
 * it if it ended; whoever gave tasks to one that ended is told.
 */
export function poolOfThread(start: () => StartedThread, after = stepsAlone): SecondThread {
  const listeners = new Map<number, PoolListener<FinishedBlock>>();
  let thread: StartedThread | undefined;
  let last = 0;
  let hasSorted = false;
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
    askToSort: (sort) => {
      hasSorted = true;
      post({ kind: 'sort', sort });
    },
    start: () => void running(),
    renew: () => {
      if (!hasSorted || listeners.size > 0) return;
      hasSorted = false;
      fail(thread);
      running();
    },
    open: (listener) => {
      listeners.set(++last, listener);
      return workOf(last, listeners, (message) => {
        if (message.kind === 'tasks' || thread !== undefined) post(message);
      });
    },
  };
}

function workOf(
  run: number,
  listeners: Map<number, PoolListener<FinishedBlock>>,
  post: StartedThread['post'],
): ReturnType<BlockPool['open']> {
  return {
    give: (tasks) => {
      if (listeners.has(run)) post({ kind: 'tasks', run, tasks });
    },
    close: () => {
      if (listeners.delete(run)) post({ kind: 'drop', run });
    },
  };
}
