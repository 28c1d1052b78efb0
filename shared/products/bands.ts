import type { Recipe } from '../recipe/recipe.ts';
import type { Product } from './product.ts';

/** What stands for "all values together" in a table with totals. */
export const totalCategory = 'all';

/** Dwell bands in minutes that `breaks` cut, half-open: `[5, 15]` gives `0-5`, `5-15`, `15+`. */
export function dwellBandLabels(breaks: readonly number[]): readonly string[] {
  const lows = [0, ...breaks];
  return lows.map((low, i) => {
    const next = lows[i + 1];
    return next === undefined ? `${low}+` : `${low}-${next}`;
  });
}

/** Bands of days visited that `breaks` cut, both ends included: `[2, 4, 8]` gives `1`, `2-3`, `4-7`, `8+`. */
export function frequencyBandLabels(breaks: readonly number[]): readonly string[] {
  const lows = [1, ...breaks];
  return lows.map((low, i) => {
    const next = lows[i + 1];
    if (next === undefined) return `${low}+`;
    return next - 1 === low ? `${low}` : `${low}-${next - 1}`;
  });
}

/** Labels of the bands of a product; none where it has no bands. */
export function bandLabels(
  product: Product,
  { dwellBreaks, frequencyBreaks }: Pick<Recipe, 'dwellBreaks' | 'frequencyBreaks'>,
): readonly string[] {
  if (product === 'dwell') return dwellBandLabels(dwellBreaks);
  return product === 'frequency' ? frequencyBandLabels(frequencyBreaks) : [];
}

/** Index of the band that `value` falls into, from 0: how many of `breaks` it has reached. */
export function bandIndex(breaks: readonly number[], value: number): number {
  let band = 0;
  while (band < breaks.length && value >= (breaks[band] ?? Infinity)) band++;
  return band;
}
