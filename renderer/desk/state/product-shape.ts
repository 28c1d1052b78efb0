import { dimensionsOf } from '../../../shared/products/product.ts';
import type { Product } from '../../../shared/products/product.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

/** Whether a product is shown at a time; the others are of the whole period. */
export function hasTime(product: Product): boolean {
  return dimensionsOf[product].includes('time');
}

/** Whether a product tells of a chosen zone where people go to or where they live. */
export function hasOtherEnd(product: Product): boolean {
  return dimensionsOf[product].some((name) => name === 'destination' || name === 'home');
}

/** How many bands a product has in a recipe; 0 where it knows none. */
export function bandCount(
  product: Product,
  { dwellBreaks, frequencyBreaks }: Pick<Recipe, 'dwellBreaks' | 'frequencyBreaks'>,
): number {
  if (product === 'dwell') return dwellBreaks.length + 1;
  return product === 'frequency' ? frequencyBreaks.length + 1 : 0;
}

/** Length of the bins a product is shown in; dwell and flows are always told by daypart. */
export function shownTimeBin(product: Product, { timeBin }: Pick<Recipe, 'timeBin'>): Recipe['timeBin'] {
  return product === 'footfall' ? timeBin : 'daypart';
}
