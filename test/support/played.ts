/** Runs work that reports its progress to its end and returns its result. */
export function played<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
