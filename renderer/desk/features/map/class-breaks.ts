const niceSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;

/** The number of one or two leading digits next to `value` from below; 0 stays 0. Exact up to 9. */
export function niceBelow(value: number): number {
  if (value < 10) return Math.floor(value);
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = niceSteps.findLast((step) => step * power <= value + 1e-9) ?? 1;
  return Math.round(lead * power);
}

/**
 * Lower bounds of at most `count` classes over the positive whole numbers of `values`, strictly ascending, cut near
 * quantiles and rounded down to numbers a person can remember. Fewer classes when there are few different
 * values; none when nothing is positive.
 */
export function classBreaks(values: Int32Array | readonly number[], count: number): readonly number[] {
  const sorted = Int32Array.from(values)
    .filter((value) => value > 0)
    .toSorted();
  if (sorted.length === 0 || count < 1) return [];
  const smallest = sorted[0] ?? 0;
  const breaks = [niceBelow(smallest)];
  for (let i = 1; i < count; i += 1) {
    const at = niceBelow(sorted[Math.floor((i * sorted.length) / count)] ?? 0);
    if (at > (breaks.at(-1) ?? 0)) breaks.push(at);
  }
  return breaks;
}

/** Index of the class a value falls into; a value under the first bound belongs to the first class. */
export function classOf(breaks: readonly number[], value: number): number {
  let at = 0;
  while (at + 1 < breaks.length && value >= (breaks[at + 1] ?? Infinity)) at += 1;
  return at;
}
