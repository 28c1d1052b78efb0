import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** How the persons that two recipes count in one group relate: `inside`: the second counts some of those the first does. */
export type Relation = 'same' | 'inside' | 'holds' | 'unlike';

/**
 * How the persons of a group by `second` relate to those by `first`, as far as the recipes tell. Trips add up, so flows that tell
 * them twice are unlike where anything would let one number be taken from the other.
 */
export function relationOf(first: Recipe, second: Recipe, product: Product): Relation {
  const relations = [
    byFlag(first.aim, second.aim, 'offers'),
    byFlag(first.machineLike, second.machineLike, 'exclude'),
    bySize(first.maximumGroupsPerPersonDay ?? Infinity, second.maximumGroupsPerPersonDay ?? Infinity),
    byPlaces(first.sensitivePlaces, second.sensitivePlaces),
    ...ofProduct(first, second, product),
  ];
  const together = relations.reduce(combined, 'same');
  const mustBeSame = product === 'frequency' || (product === 'flows' && first.trips && second.trips);
  if (!mustBeSame) return together;
  return together === 'same' && (product === 'frequency' || tellsTripsOf(first) === tellsTripsOf(second))
    ? 'same'
    : 'unlike';
}

/** The groups whose trips a recipe tells: one number for all together, or one for each age and gender. */
function tellsTripsOf({ totals, ageBreaks, byGender, missingCategory }: Recipe): string {
  const isWhole = totals || (ageBreaks.length === 0 && !byGender);
  return JSON.stringify(isWhole ? missingCategory === 'drop' : [ageBreaks, byGender, missingCategory]);
}

function ofProduct(first: Recipe, second: Recipe, product: Product): readonly Relation[] {
  const gaps = [
    bySize(first.maximumGapMinutes, second.maximumGapMinutes),
    bySize(first.maximumNightGapMinutes, second.maximumNightGapMinutes),
  ];
  const mustAgree = gaps.map((gap): Relation => (gap === 'same' ? 'same' : 'unlike'));
  if (product === 'dwell') return mustAgree;
  if (product === 'flows') return [...mustAgree, bySize(first.maximumTripMinutes, second.maximumTripMinutes)];
  const presence = byFlag(first.presence, second.presence, 'events');
  const isByStays = first.presence === 'stays' && second.presence === 'stays';
  const nights: Relation =
    product !== 'catchment' || first.minimumNights === second.minimumNights ? 'same' : 'unlike';
  return [presence, nights, ...(isByStays ? gaps : [])];
}

/** `fewer` is the value by which fewer persons count. */
function byFlag(first: string, second: string, fewer: string): Relation {
  if (first === second) return 'same';
  return second === fewer ? 'inside' : 'holds';
}

function bySize(first: number, second: number): Relation {
  if (first === second) return 'same';
  return second < first ? 'inside' : 'holds';
}

function radius(places: Recipe['sensitivePlaces']): number {
  return places.categories.length === 0 ? 0 : places.radiusMetres;
}

function byPlaces(first: Recipe['sensitivePlaces'], second: Recipe['sensitivePlaces']): Relation {
  const masksAll = (more: typeof first, less: typeof first): boolean =>
    less.categories.every((one) => more.categories.includes(one)) && radius(more) >= radius(less);
  const [secondMasks, firstMasks] = [masksAll(second, first), masksAll(first, second)];
  if (secondMasks && firstMasks) return 'same';
  return secondMasks ? 'inside' : firstMasks ? 'holds' : 'unlike';
}

function combined(a: Relation, b: Relation): Relation {
  if (a === b || b === 'same') return a;
  return a === 'same' ? b : 'unlike';
}
