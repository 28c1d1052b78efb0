import { ageBandLabels } from '../../../../shared/recipe/age-bands.ts';
import { productNames, type Product } from '../../../../shared/products/product.ts';
import { addsNoise } from '../../../../shared/recipe/guarantee.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';

/** A sentence about what a release answers or does not: the key of its text and what the text names. */
export interface Answer {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is known of the released tables beyond the recipe; absent while nothing is sealed. */
export interface ReleasedCounts {
  readonly zones: number;
  readonly zonesWithout: number;
  /** Bins of footfall, and those in which no zone has a figure; 0 where there is no footfall. */
  readonly bins: number;
  readonly binsWithout: number;
}

/** What a reader of a release can work out of it, by its recipe. */
export function canAnswer(recipe: Recipe): readonly Answer[] {
  const { products, timeBin, timeZone, byGender, levels, extrapolate, trips } = recipe;
  const ages = ageBandLabels(recipe.ageBreaks);
  const bands = (product: Product) => (product === 'dwell' ? recipe.dwellBreaks : []).join(', ');
  return [
    ...products.map((product) => ({
      key: `product.${product}`,
      values: { timeBin, timeZone, bands: bands(product), nights: recipe.minimumNights },
    })),
    ...when(ages.length > 0, 'age', { bands: ages.join(', ').replaceAll('-', '–') }),
    ...when(byGender, 'gender'),
    ...when(levels.length > 0, 'levels'),
    ...when(extrapolate, 'extrapolated'),
    ...when(trips && products.includes('flows'), 'trips'),
  ];
}

/** What it does not answer, and why. */
export function cannotAnswer(recipe: Recipe, counts: ReleasedCounts | undefined): readonly Answer[] {
  const { products, timeBin, byGender, roundingBase, minimumPersons, guarantee, sensitivePlaces } = recipe;
  const missing = productNames.filter((product) => !products.includes(product));
  const noisy = addsNoise(guarantee);
  const { categories } = sensitivePlaces;
  return [
    { key: guarantee.kind === 'classical' ? 'few' : 'fewNoisy', values: { minimum: minimumPersons } },
    ...missing.map((product) => ({ key: `missing.${product}`, values: {} })),
    ...when(recipe.ageBreaks.length === 0, 'noAge'),
    ...when(!byGender, 'noGender'),
    ...when(!recipe.trips && products.includes('flows'), 'noTrips'),
    ...when(products.includes('footfall'), 'finer', { timeBin }),
    ...when(products.includes('footfall') || products.includes('dwell'), 'adding'),
    ...when(roundingBase > 1, 'rounding', { base: roundingBase }),
    ...when(noisy, 'noise'),
    ...when(recipe.zeroGroups === 'hidden', 'empty'),
    ...when(categories.length > 0, 'sensitive', { places: categories.join(', ') }),
    ...(counts === undefined ? [] : withoutFigures(counts)),
  ];
}

function withoutFigures({ zones, zonesWithout, bins, binsWithout }: ReleasedCounts): readonly Answer[] {
  return [
    ...when(zonesWithout > 0, 'zonesWithout', { count: zonesWithout, of: zones }),
    ...when(binsWithout > 0, 'binsWithout', { count: binsWithout, of: bins }),
  ];
}

function when(holds: boolean, key: string, values: Answer['values'] = {}): readonly Answer[] {
  return holds ? [{ key, values }] : [];
}
