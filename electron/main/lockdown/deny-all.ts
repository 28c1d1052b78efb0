/** Puts, for good, a function that throws in the place of each of these that a target has. */
export function denyAll(target: object, names: readonly string[]): void {
  for (const name of names) {
    if (name in target)
      Object.defineProperty(target, name, { value: denial(name), writable: false, configurable: false });
  }
}

/** Also where it would be called with `new`. */
function denial(name: string): () => never {
  return function denied() {
    throw new Error(`This application has no network: ${name} is not available.`);
  };
}
