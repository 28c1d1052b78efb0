import type { Product } from '../products/product.ts';
import { timeBins } from '../products/time-bins.ts';
import { genders } from '../recipe/age-bands.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { periodStretch } from './period-stretch.ts';
import type { Released, ReleasedTable } from './released.ts';
import type { Stretch } from './stretch.ts';
import type { ZoneLine } from './zone-map.ts';

/** The dimensions of every table, in one order; what a table does not know has one value there. */
export const axisNames = ['zone', 'other', 'time', 'age', 'gender', 'band'] as const;
export type AxisName = (typeof axisNames)[number];

/** One dimension of a table: where each value lies, which value each row has, and how many of the values it could show. */
export interface Axis {
  readonly places: readonly Stretch[];
  readonly column: Int32Array;
  /** Values the recipe lets the table show, first ones first: without totals the last stays out. */
  readonly shown: number;
}

const [ageEnd, ageAll, genderKnown] = [120, 121, genders.length - 1];
const everything: Stretch = { from: 0, to: Infinity };

/** The dimensions of a released table in the order of `axisNames`. */
export function axesOf(released: Released, table: ReleasedTable, line: ZoneLine): readonly Axis[] {
  const rows = table.zone.length;
  const { recipe } = released;
  const single = (place: Stretch): Axis => ({ places: [place], column: new Int32Array(rows), shown: 1 });
  const withTotal = (places: readonly Stretch[], all: Stretch, column: Int32Array): Axis => ({
    places: [...places, all],
    column,
    shown: places.length + (recipe.totals ? 1 : 0),
  });
  return [
    { places: zonePlaces(released, line), column: table.zone, shown: released.zones.length },
    otherAxis(released, table, line) ?? single(everything),
    timeAxis(recipe, table),
    table.age.length > 0 ? withTotal(agePlaces(recipe), allAges(recipe), table.age) : single(allAges(recipe)),
    table.gender.length > 0
      ? withTotal(genderPlaces(released), allGenders(recipe), table.gender)
      : single(allGenders(recipe)),
    table.band.length > 0
      ? withTotal(bandPlaces(recipe, table.product), everything, table.band)
      : single(everything),
  ];
}

function zonePlaces({ zones }: Released, { placeOf }: ZoneLine): readonly Stretch[] {
  return zones.map(({ zoneId }) => placeOf.get(zoneId) ?? { from: -1, to: -1 });
}

function otherAxis(released: Released, { product, other }: ReleasedTable, line: ZoneLine): Axis | undefined {
  const places = zonePlaces(released, line);
  if (product === 'flows') return { places, column: other, shown: places.length };
  if (product !== 'catchment') return undefined;
  const unknown = { from: line.length, to: line.length + 1 };
  return {
    places: [...places, unknown, everything],
    column: other.map((home) => (home >= 0 ? home : places.length - 1 - home)),
    shown: places.length + (released.recipe.totals ? 2 : 1),
  };
}

function timeAxis(recipe: Recipe, { product, start, zone }: ReleasedTable): Axis {
  if (recipe.period === null) throw new Error('a release has its period');
  const { from, to, clock } = periodStretch(recipe.period, recipe.timeZone);
  const hasBins = product === 'footfall' || product === 'dwell' || product === 'flows';
  if (!hasBins) return { places: [{ from, to }], column: new Int32Array(zone.length), shown: 1 };
  const bins = timeBins(product === 'footfall' ? recipe.timeBin : 'daypart', clock, from, to);
  const binAt = new Map(Array.from(bins.starts, (second, bin) => [second, bin]));
  const places = Array.from(bins.starts, (second, bin) => ({
    from: Math.max(second, from),
    to: second + (bins.seconds[bin] ?? 0),
  }));
  const column = start.map((second) => binAt.get(second) ?? -1);
  if (column.includes(-1)) throw new Error('a table has a start that begins no bin of its period');
  return { places, column, shown: places.length };
}

function agePlaces({ ageBreaks, missingCategory }: Recipe): readonly Stretch[] {
  const lows = [0, ...ageBreaks];
  const bands = lows.map((from, i) => ({ from, to: lows[i + 1] ?? ageEnd }));
  return missingCategory === 'own' ? [...bands, { from: ageEnd, to: ageAll }] : bands;
}

function allAges({ ageBreaks, missingCategory }: Recipe): Stretch {
  return { from: 0, to: ageBreaks.length > 0 && missingCategory === 'drop' ? ageEnd : ageAll };
}

function genderPlaces(released: Released): readonly Stretch[] {
  return released.genders.map((label) => {
    const at = genders.findIndex((gender) => gender === label);
    return { from: at, to: at + 1 };
  });
}

function allGenders({ byGender, missingCategory }: Recipe): Stretch {
  return { from: 0, to: byGender && missingCategory === 'drop' ? genderKnown : genders.length };
}

function bandPlaces({ dwellBreaks, frequencyBreaks }: Recipe, product: Product): readonly Stretch[] {
  const lows = [0, ...(product === 'dwell' ? dwellBreaks : frequencyBreaks)];
  return lows.map((from, i) => ({ from, to: lows[i + 1] ?? Infinity }));
}
