import type { Product } from '../../../../shared/products/product.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';

/** What a reader of a bundle is told of its recipe; title, terms, days and time zone are told elsewhere. */
export type ParameterName = Exclude<
  keyof Recipe,
  'version' | 'title' | 'terms' | 'releaseDate' | 'timeZone' | 'period'
>;

type Matters = (recipe: Recipe) => boolean;

const having =
  (...products: readonly Product[]): Matters =>
  (recipe) =>
    products.some((product) => recipe.products.includes(product));
const always: Matters = () => true;
const usesStays: Matters = (recipe) => having('dwell', 'flows')(recipe) || recipe.presence === 'stays';

/** Every parameter in the order of the three stages, with whether it changes anything in the tables of a recipe. */
const parameters: Readonly<Record<ParameterName, Matters>> = {
  products: always,
  aim: always,
  machineLike: always,
  maximumGroupsPerPersonDay: always,
  zones: always,
  levels: always,
  sensitivePlaces: always,
  timeBin: having('footfall'),
  presence: having('footfall', 'frequency', 'catchment'),
  maximumGapMinutes: usesStays,
  maximumNightGapMinutes: usesStays,
  dwellBreaks: having('dwell'),
  frequencyBreaks: having('frequency'),
  maximumTripMinutes: having('flows'),
  trips: ({ trips, products }) => trips && products.includes('flows'),
  minimumNights: having('catchment'),
  ageBreaks: always,
  byGender: always,
  missingCategory: ({ byGender, ageBreaks }) => byGender || ageBreaks.length > 0,
  totals: always,
  guarantee: always,
  minimumPersons: always,
  roundingBase: always,
  suppressedGroups: always,
  zeroGroups: always,
  extrapolate: ({ extrapolate }) => extrapolate,
};

/** The parameters that change something in the tables of a recipe, in the order of the three stages. */
export function parametersOf(recipe: Recipe): readonly ParameterName[] {
  return (Object.keys(parameters) as readonly ParameterName[]).filter((name) => parameters[name](recipe));
}
