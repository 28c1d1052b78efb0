import { totalCategory } from '../products/bands.ts';
import type { Product } from '../products/product.ts';
import type { TableRow } from '../products/table-row.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { particular } from './particular.ts';
import { recipeFault, type RowCheck, tableFault } from './table-fault.ts';
import type { ZoneLevels } from './zones.ts';

/**
 * The smallest figure a recipe may publish: the threshold, less the most that cell-key noise takes away, rounded to the nearest
 * multiple of `roundingBase`, ties up; never 0.
 */
export function smallestFigure({ minimumPersons, roundingBase, guarantee }: Recipe): number {
  const lowest = Math.max(0, minimumPersons - noiseOf(guarantee));
  const rounded = Math.floor((2 * lowest + roundingBase) / (2 * roundingBase)) * roundingBase;
  return Math.max(roundingBase, rounded);
}

/** The most persons by which cell-key noise changes a figure; 0 where none is added. */
export function noiseOf(guarantee: Recipe['guarantee']): number {
  return guarantee.kind === 'classical' ? (guarantee.cellKeyNoise?.maximumNoise ?? 0) : 0;
}

/** What a row says of its figure is what the recipe would give: its status, a multiple of the base, not below the threshold. */
export function figureCheck(recipe: Recipe): RowCheck {
  const smallest = smallestFigure(recipe);
  const { roundingBase, suppressedGroups } = recipe;
  return ({ status, persons }) => {
    if (status === 'zero') return zeroFault(recipe);
    if (status === 'suppressed')
      return suppressedGroups === 'list' ? undefined : recipeFault(particular('suppressed-listed', {}));
    if (persons === undefined) return tableFault(particular('figure-missing', {}));
    if (persons % roundingBase !== 0)
      return recipeFault(particular('figure-not-rounded', { persons, base: roundingBase }));
    if (persons < smallest) return recipeFault(particular('figure-too-small', { persons, smallest }));
    return undefined;
  };
}

/** An estimate stands on published rows of a recipe that extrapolates, and nowhere else, as a multiple of the base. */
export function estimateCheck({ extrapolate, roundingBase }: Recipe): RowCheck {
  return ({ status, estimate }) => {
    if (estimate === undefined)
      return extrapolate && status === 'published'
        ? recipeFault(particular('estimate-missing', {}))
        : undefined;
    if (!extrapolate || status !== 'published') return recipeFault(particular('estimate-unasked', {}));
    return estimate % roundingBase === 0
      ? undefined
      : recipeFault(particular('estimate-not-rounded', { estimate, base: roundingBase }));
  };
}

/**
 * Trips stand in flows of a recipe that asks for them, on published rows of the one layer that tells them: the finest zones, all
 * ages and genders where there are totals. They are a multiple of the base, and no fewer than the persons. A row may lack them.
 */
export function tripsCheck(recipe: Recipe, product: Product, zones: ZoneLevels): RowCheck {
  const { trips: asked, roundingBase, totals } = recipe;
  const isTold = ({ status, zoneId, ageBand, gender }: TableRow): boolean =>
    asked &&
    product === 'flows' &&
    status === 'published' &&
    zones.get(zoneId) === 0 &&
    (!totals || [ageBand, gender].every((value) => value === undefined || value === totalCategory));
  return (row) => {
    const { trips, persons = 0 } = row;
    if (trips === undefined) return undefined;
    if (!isTold(row)) return recipeFault(particular('trips-unasked', {}));
    if (trips % roundingBase !== 0)
      return recipeFault(particular('trips-not-rounded', { trips, base: roundingBase }));
    return trips < persons ? tableFault(particular('trips-too-few', { trips, persons })) : undefined;
  };
}

function zeroFault({ guarantee, zeroGroups }: Recipe): ReturnType<RowCheck> {
  if (guarantee.kind !== 'classical') return recipeFault(particular('zero-with-noise', {}));
  return zeroGroups === 'shown' ? undefined : recipeFault(particular('zero-listed', {}));
}
