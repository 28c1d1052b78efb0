/** Work in short stretches: whoever runs it may pause between them. Each yields nothing, the last returns. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs work to its end at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
