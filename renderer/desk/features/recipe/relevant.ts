import { dimensionsOf } from '../../../../shared/products/product.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';

/** Parameters that only some tables depend on. */
export const conditional = [
  'timeBin',
  'missingCategory',
  'presence',
  'maximumGapMinutes',
  'dwellBreaks',
  'frequencyBreaks',
  'maximumTripMinutes',
  'minimumNights',
  'totals',
] as const;
export type Conditional = (typeof conditional)[number];

type Needs = (recipe: Recipe) => boolean;

const breaksDown: Needs = ({ byGender, ageBreaks }) => byGender || ageBreaks.length > 0;
const usesPresence: Needs = ({ products }) => products.some((one) => one !== 'dwell' && one !== 'flows');
const matters: Readonly<Record<Conditional, Needs>> = {
  timeBin: ({ products }) => products.includes('footfall'),
  missingCategory: breaksDown,
  presence: usesPresence,
  maximumGapMinutes: ({ products, presence }) =>
    products.includes('dwell') || products.includes('flows') || presence === 'stays',
  dwellBreaks: ({ products }) => products.includes('dwell'),
  frequencyBreaks: ({ products }) => products.includes('frequency'),
  maximumTripMinutes: ({ products }) => products.includes('flows'),
  minimumNights: ({ products }) => products.includes('catchment'),
  totals: (recipe) =>
    breaksDown(recipe) ||
    recipe.products.some((one) => dimensionsOf[one].some((name) => name === 'band' || name === 'home')),
};

/** The parameters that change something in the tables of a recipe. */
export function relevantOf(recipe: Recipe): ReadonlySet<Conditional> {
  return new Set(conditional.filter((name) => matters[name](recipe)));
}
