/** How far long work has come, in whatever it counts. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

/** Work that stops after each step, so that whoever drives it may pause, or give it up. */
export type Steps<T> = Generator<Step, T>;

/** Drives work to its end without a pause. */
export function finished<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
