import type { Steps } from './steps.ts';

/** Texts that are sorted at once. */
const textsOfStep = 1 << 13;

/** Texts in the order `toSorted` brings them to, by UTF-16 units, in steps: parts are sorted, and then merged two by two. */
export function* sortedInSteps(texts: readonly string[]): Steps<readonly string[]> {
  let parts: string[][] = [];
  const total = texts.length;
  for (let from = 0; from < total; from += textsOfStep) {
    parts.push(texts.slice(from, from + textsOfStep).toSorted());
    yield { done: from, total };
  }
  while (parts.length > 1) {
    const merged: string[][] = [];
    for (let i = 0; i < parts.length; i += 2)
      merged.push(yield* mergedInSteps(parts[i] ?? [], parts[i + 1] ?? []));
    parts = merged;
  }
  return parts[0] ?? [];
}

function* mergedInSteps(one: string[], other: readonly string[]): Steps<string[]> {
  if (other.length === 0) return one;
  const total = one.length + other.length;
  const merged: string[] = [];
  let [i, j] = [0, 0];
  while (merged.length < total) {
    const [a, b] = [one[i], other[j]];
    if (b === undefined || (a !== undefined && a <= b)) {
      merged.push(a ?? '');
      i++;
    } else {
      merged.push(b);
      j++;
    }
    if (merged.length % textsOfStep === 0) yield { done: merged.length, total };
  }
  return merged;
}
