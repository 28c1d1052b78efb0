/** Code of an unknown age in presence columns and tables. */
export const unknownCategory = 'unknown';
/** Genders a table may carry, in table order. */
export const genders = ['female', 'male', 'diverse', unknownCategory] as const;

/** Labels of the bands that `breaks` cut, ascending: `[18, 30]` gives `0-17`, `18-29`, `30+`. No breaks, no bands. */
export function ageBandLabels(breaks: readonly number[]): readonly string[] {
  if (breaks.length === 0) return [];
  const lows = [0, ...breaks];
  return lows.map((low, i) => {
    const next = lows[i + 1];
    return next === undefined ? `${low}+` : `${low}-${next - 1}`;
  });
}

/** Index of the band an age in whole years falls into, from 0. */
export function ageBandIndex(breaks: readonly number[], age: number): number {
  return breaks.filter((low) => age >= low).length;
}
