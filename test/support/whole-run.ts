/** Runs a generator to its end and hands back what it returns. */
export function wholeRun<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
