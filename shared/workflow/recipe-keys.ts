import type { Product } from '../products/product.ts';
import { addsNoise } from '../recipe/guarantee.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Days } from './period.ts';

/** What of a recipe decides in which zone a cell lies. */
export function placeKey({
  zones,
  levels,
  sensitivePlaces,
}: Pick<Recipe, 'zones' | 'levels' | 'sensitivePlaces'>): unknown {
  return [zones, levels, sensitivePlaces.categories.length > 0 && sensitivePlaces];
}

/** What of a recipe, besides the place, decides the stays. */
export function stayKey({ maximumGapMinutes, maximumNightGapMinutes }: Recipe): unknown {
  return [maximumGapMinutes, maximumNightGapMinutes];
}

/** What of a recipe decides who counts, and in which class. */
export function peopleKey(recipe: Recipe): unknown {
  const { ageBreaks, byGender, missingCategory, aim, machineLike, timeZone } = recipe;
  return [ageBreaks, byGender, missingCategory, aim, machineLike, timeZone];
}

/** Everything of a recipe that changes what is counted for a product over some days. */
export function countKey(product: Product, recipe: Recipe, { firstDay, lastDay }: Days): unknown {
  const { totals, presence, maximumGroupsPerPersonDay } = recipe;
  const own = {
    footfall: [recipe.timeBin, presence],
    dwell: recipe.dwellBreaks,
    frequency: [recipe.frequencyBreaks, presence],
    flows: [recipe.maximumTripMinutes, countsTrips(recipe)],
    catchment: [recipe.minimumNights, presence],
  } as const;
  const counted = [totals, maximumGroupsPerPersonDay, hasCellKeys(recipe), own[product]];
  return [placeKey(recipe), stayKey(recipe), peopleKey(recipe), firstDay, lastDay, counted];
}

/** Whether any table of a recipe is counted from stays. */
export function restsOnStays({ presence, products }: Pick<Recipe, 'presence' | 'products'>): boolean {
  return presence === 'stays' || products.includes('dwell') || products.includes('flows');
}

/** Whether the groups of a recipe need cell keys. */
export function hasCellKeys({ guarantee }: Pick<Recipe, 'guarantee'>): boolean {
  return guarantee.kind === 'classical' && guarantee.cellKeyNoise !== null;
}

/** Whether flows of a recipe tell trips: where it asks for them and adds no noise, since exact trips would give persons away. */
export function countsTrips({ trips, guarantee }: Pick<Recipe, 'trips' | 'guarantee'>): boolean {
  return trips && !addsNoise(guarantee);
}
