import { daysFromIso } from '../../../shared/base/calendar.ts';
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

/** First and last local day, `YYYY-MM-DD`, both included. */
export interface ShownDays {
  readonly from: string;
  readonly to: string;
}

/** How many bands of a product can have anybody in them; 0 where it knows none. Nobody visits on more days than there are. */
export function bandCount(
  product: Product,
  { dwellBreaks, frequencyBreaks }: Pick<Recipe, 'dwellBreaks' | 'frequencyBreaks'>,
  days: ShownDays | null | undefined,
): number {
  if (product === 'dwell') return dwellBreaks.length + 1;
  if (product !== 'frequency') return 0;
  const most = lengthOf(days);
  return 1 + frequencyBreaks.filter((from) => from <= most).length;
}

function lengthOf(days: ShownDays | null | undefined): number {
  const [first, last] = [daysFromIso(days?.from ?? ''), daysFromIso(days?.to ?? '')];
  return first === undefined || last === undefined ? Infinity : last - first + 1;
}

/** Length of the bins a product is shown in; dwell and flows are always told by daypart. */
export function shownTimeBin(product: Product, { timeBin }: Pick<Recipe, 'timeBin'>): Recipe['timeBin'] {
  return product === 'footfall' ? timeBin : 'daypart';
}
