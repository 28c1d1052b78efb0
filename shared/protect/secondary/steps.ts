/** Work on one block in short stretches: whoever runs it may pause or stop between them. Each yields nothing, the last returns. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs work to its end at once. */
export function ended<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Ends work before its end and lets it close what it has open. */
export function stop(steps: Steps<unknown>): void {
  steps.return(undefined);
}
