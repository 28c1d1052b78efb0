import { dwellBandLabels, frequencyBandLabels, totalCategory } from '../products/bands.ts';
import type { Product } from '../products/product.ts';
import { ageBandLabels, genders, unknownCategory } from '../recipe/age-bands.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { particular } from './particular.ts';
import { recipeFault, type RowCheck, type TableFault } from './table-fault.ts';

/** Values that the additive columns of a table may hold, in the order of the recipe; `all` last where it gives totals. */
export interface Categories {
  readonly bands: readonly string[];
  readonly ages: readonly string[];
  readonly genders: readonly string[];
}

/** The categories of the table of `product`; empty where it has no such column. */
export function categoriesOf(recipe: Recipe, product: Product): Categories {
  const own = recipe.missingCategory === 'own';
  const all = recipe.totals ? [totalCategory] : [];
  const ages = [...ageBandLabels(recipe.ageBreaks), ...(own ? [unknownCategory] : [])];
  const sexes = genders.filter((gender) => own || gender !== unknownCategory);
  const bands = bandsOf(recipe, product);
  return {
    bands: bands.length === 0 ? [] : [...bands, ...all],
    ages: recipe.ageBreaks.length === 0 ? [] : [...ages, ...all],
    genders: recipe.byGender ? [...sexes, ...all] : [],
  };
}

function bandsOf(recipe: Recipe, product: Product): readonly string[] {
  if (product === 'dwell') return dwellBandLabels(recipe.dwellBreaks);
  return product === 'frequency' ? frequencyBandLabels(recipe.frequencyBreaks) : [];
}

/** Band, age band and gender of a row are there when the recipe asks for them, and are ones it has. */
export function classCheck(recipe: Recipe, product: Product): RowCheck {
  const categories = categoriesOf(recipe, product);
  const bands = new Set(categories.bands);
  const ages = new Set(categories.ages);
  const sexes = new Set(categories.genders);
  return ({ band, ageBand, gender }) => {
    if (band !== undefined && !bands.has(band)) return recipeFault(particular('band-unknown', { band }));
    return valueFault('age-band', ageBand, ages) ?? valueFault('gender', gender, sexes);
  };
}

function valueFault(
  column: 'age-band' | 'gender',
  value: string | undefined,
  allowed: ReadonlySet<string>,
): TableFault | undefined {
  if (value === undefined)
    return allowed.size === 0 ? undefined : recipeFault(particular(`${column}-missing`, {}));
  if (allowed.size === 0) return recipeFault(particular(`${column}-unasked`, {}));
  if (allowed.has(value)) return undefined;
  return recipeFault(
    column === 'gender'
      ? particular('gender-unknown', { gender: value })
      : particular('age-band-unknown', { ageBand: value }),
  );
}
