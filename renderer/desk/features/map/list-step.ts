/** Where a key moves to in a list of `length` entries; `undefined` for keys that do not move. From nowhere, to the first. */
export function listStep(key: string, at: number | undefined, length: number): number | undefined {
  const [from, last] = [at ?? -1, length - 1];
  const wanted: Readonly<Record<string, number | undefined>> = {
    ArrowDown: from + 1,
    ArrowRight: from + 1,
    ArrowUp: from - 1,
    ArrowLeft: from - 1,
    PageDown: from + 10,
    PageUp: from - 10,
    Home: 0,
    End: last,
  };
  const next = wanted[key];
  return next === undefined || last < 0 ? undefined : Math.min(last, Math.max(0, next));
}

/** The next entry after `at` whose name starts with a typed letter, around the end; `undefined` when none does. */
export function letterStep(
  letter: string,
  at: number | undefined,
  names: readonly string[],
): number | undefined {
  const wanted = letter.toLocaleLowerCase();
  for (let ahead = 1; ahead <= names.length; ahead += 1) {
    const index = ((at ?? -1) + ahead) % names.length;
    if (names[index]?.toLocaleLowerCase().startsWith(wanted) === true) return index;
  }
  return undefined;
}
