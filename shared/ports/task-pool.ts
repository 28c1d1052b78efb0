/** A task with the number its result comes back under. */
export interface Numbered<T> {
  readonly number: number;
  readonly of: T;
}

/** Who gave tasks away. `done` is called for each result, in any order; `failed` once where no more will come. */
export interface PoolListener<Result> {
  readonly done: (result: Numbered<Result>) => void;
  readonly failed: () => void;
}

/** Tasks of one piece of work. `close` drops those not done and stops what is being worked on; nothing is told any more. */
export interface PoolRun<Task> {
  readonly give: (tasks: readonly Numbered<Task>[]) => void;
  readonly close: () => void;
}

/**
 * A second thread beside the caller's, in the same process. Tasks and results can be cloned as messages are. The caller counts on no
 * answer: what does not come back, it does itself.
 */
export interface TaskPool<Task, Result> {
  /** Steps of work after which the caller begins to give tasks away, so that what is quickly done starts no thread. */
  readonly after: number;
  /** Opens a piece of work; several may be open at the same time. Never throws. */
  readonly open: (listener: PoolListener<Result>) => PoolRun<Task>;
}
