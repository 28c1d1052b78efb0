import type { HelpedSort } from '../../kernel/sort-with-help.ts';
import type { HelpedCount } from '../../kernel/count-with-help.ts';
import type { Numbered } from '../../ports/task-pool.ts';
import type { FinishedBlock, SentTask } from '../../protect/secondary/sent-block.ts';

/** To the second thread: tasks of a piece of work, that nothing of it is wanted any more, or a count or a sort to help with, which need no answer. */
export type ToThread =
  | { readonly kind: 'tasks'; readonly run: number; readonly tasks: readonly Numbered<SentTask>[] }
  | { readonly kind: 'drop'; readonly run: number }
  | { readonly kind: 'count'; readonly count: HelpedCount }
  | { readonly kind: 'sort'; readonly sort: HelpedSort };

/** From it: results, or that there will be none, for this and for all other work. */
export type FromThread =
  | { readonly kind: 'results'; readonly run: number; readonly results: readonly Numbered<FinishedBlock>[] }
  | { readonly kind: 'failed' };

/** The second thread's own end. Both ends are threads of one process and of one build: messages are not parsed. */
export interface ThreadPort {
  readonly post: (message: FromThread) => void;
  readonly onMessage: (listener: (message: ToThread) => void) => void;
}

/** A started thread, seen from the first. */
export interface StartedThread {
  readonly post: (message: ToThread) => void;
  readonly onMessage: (listener: (message: FromThread) => void) => void;
  /** Called when the thread could not be started, or is gone. */
  readonly onEnd: (listener: () => void) => void;
  readonly end: () => void;
}
