const niceSteps = [1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10] as const;

/** The number of one or two leading digits next to `value` from below; 0 stays 0. Exact up to 9. */
export function niceBelow(value: number): number {
  if (value < 10) return Math.floor(value);
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = niceSteps.findLast((step) => step * power <= value + 1e-9) ?? 1;
  return Math.round(lead * power);
}

/**
 * Lower bounds of at most `count` classes over the positive whole numbers of `values`, strictly ascending and rounded
 * down to numbers a person can remember. Each lies halfway, in square roots, between a quantile and an equal step of
 * the square root: quantiles alone give like figures different colours, equal steps alone crowd a skewed map into one.
 * One class a value when there are few; none when nothing is positive.
 */
export function classBreaks(values: Int32Array | readonly number[], count: number): readonly number[] {
  const sorted = Int32Array.from(values)
    .filter((value) => value > 0)
    .toSorted();
  if (sorted.length === 0 || count < 1) return [];
  const different = [...new Set(sorted)];
  if (different.length <= count) return [...new Set(different.map(niceBelow))];
  const [smallest, largest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const breaks = [niceBelow(smallest)];
  for (let i = 1; i < count; i += 1) {
    const quantile = Math.sqrt(sorted[Math.floor((i * sorted.length) / count)] ?? 0);
    const step = Math.sqrt(smallest) + (i * (Math.sqrt(largest) - Math.sqrt(smallest))) / count;
    const at = niceBelow(((quantile + step) / 2) ** 2);
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
