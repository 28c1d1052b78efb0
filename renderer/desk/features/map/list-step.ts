/** Where a key moves to in a list of `length` entries; `undefined` for keys that do not move. From nowhere, to the first. */
export function listStep(key: string, at: number | undefined, length: number): number | undefined {
  const last = length - 1;
  if (last < 0) return undefined;
  const from = at ?? -1;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight': {
      return Math.min(last, from + 1);
    }
    case 'ArrowUp':
    case 'ArrowLeft': {
      return Math.max(0, from - 1);
    }
    case 'PageDown': {
      return Math.min(last, from + 10);
    }
    case 'PageUp': {
      return Math.max(0, from - 10);
    }
    case 'Home': {
      return 0;
    }
    case 'End': {
      return last;
    }
    default: {
      return undefined;
    }
  }
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
