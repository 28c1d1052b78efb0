import { daysFromIso } from '../../base/calendar.ts';
import { axesOf, axisNames } from '../../ledger/axes.ts';
import { rangeOfFigure, type CountRange } from '../../ledger/figure-range.ts';
import type { Released, ReleasedTable } from '../../ledger/released.ts';
import { zoneLine, type ZoneLine } from '../../ledger/zone-map.ts';
import type { Dimension } from '../../products/group-table.ts';
import { dimensionsOf, type DimensionName } from '../../products/product.ts';
import type { Release } from '../../protect/secondary/release.ts';

/** What is told of a place of a table's cube before any sum is used. `hidden`: no figure, and somebody may be there. */
export interface ToldPlace extends CountRange {
  readonly hidden: boolean;
}

/** The tables of a release as their readers have them. */
export interface ToldPlaces {
  /** The cubes, from which blocks are cut; groups are the places of which something is told. */
  readonly release: Release;
  /** Rows that are listed without a figure and not as empty. */
  readonly listed: number;
  at(table: number, place: number): ToldPlace;
}

const nobody: ToldPlace = { low: 0, high: 0, hidden: false };
const anybody: ToldPlace = { low: 0, high: Infinity, hidden: true };
const somebody: ToldPlace = { low: 1, high: Infinity, hidden: true };
const [published, suppressed, zero] = [0, 1, 2];

/**
 * Lays out the released tables of a classical release. A place that is not listed may be empty or hidden; one that cannot be (a home in a zone
 * of another level) is empty. A grid lists no cells without figures: one zone more stands for all of those.
 */
export function toldPlaces(released: Released): ToldPlaces {
  const line = zoneLine(released.zones, released.recipe.zones);
  const cubes = released.tables.map((table) => cubeOf(released, table, line));
  const { presence, timeBin, frequencyBreaks, period } = released.recipe;
  if (period === null) throw new Error('a release has its period');
  const days = (daysFromIso(period.to) ?? 0) - (daysFromIso(period.from) ?? 0) + 1;
  const lows = [1, ...frequencyBreaks];
  return {
    release: {
      tables: cubes.map(({ table }) => ({ table, underMinimum: new Uint8Array(table.at.length) })),
      presence,
      timeBin,
      daysOfBands: lows.map((low, i) => ({ low, high: (lows[i + 1] ?? days + 1) - 1 })),
      levels: [],
    },
    listed: released.tables.reduce(
      (sum, { status }) => sum + status.filter((one) => one === suppressed).length,
      0,
    ),
    at: (table, place) => cubes[table]?.placeAt(place) ?? anybody,
  };
}

interface Cube {
  readonly table: Release['tables'][number]['table'];
  readonly placeAt: (place: number) => ToldPlace;
}

function cubeOf(released: Released, table: ReleasedTable, line: ZoneLine): Cube {
  const dimensions = dimensionsOf[table.product].map((name) => dimensionOf(name, released, table, line));
  const columns = dimensions.map(({ name }) => columnOf(name, released, table, line));
  const places = Float64Array.from(table.zone, (_, row) =>
    dimensions.reduce((place, { size }, i) => place * size + (columns[i]?.[row] ?? 0), 0),
  );
  const rowAt = lookUp(dimensions, places);
  const classes = dimensions.slice(-2).reduce((product, { size }) => product * size, 1);
  const tells = new Set<number>();
  places.forEach((place, row) => {
    if (table.status[row] === zero) tells.add(place - (place % classes));
  });
  const told = places.filter((_, row) => table.status[row] === published || table.status[row] === zero);
  const isPossible = possibleIn(released, dimensions, classes);
  const none = new Int32Array(told.length);
  return {
    table: {
      product: table.product,
      dimensions,
      at: told.toSorted(),
      persons: none,
      contributors: none,
    },
    placeAt: (place) => {
      const row = rowAt(place);
      if (row === -1) return isPossible(place) ? anybody : nobody;
      if (table.status[row] === zero) return nobody;
      if (table.status[row] === published)
        return { ...rangeOfFigure(table.persons[row] ?? 0, released.recipe), hidden: false };
      return tells.has(place - (place % classes)) ? somebody : anybody;
    },
  };
}

/** A cube of up to so many places is kept whole, a larger one as a map. */
const mostPlaces = 2 ** 25;

/** The row of a place, -1 where it is not listed. */
function lookUp(dimensions: readonly Dimension[], places: Float64Array): (place: number) => number {
  const size = dimensions.reduce((product, one) => product * one.size, 1);
  if (size <= mostPlaces) {
    const cube = new Int32Array(size).fill(-1);
    places.forEach((place, row) => (cube[place] = row));
    return (place) => cube[place] ?? -1;
  }
  const rowAt = new Map<number, number>();
  places.forEach((place, row) => rowAt.set(place, row));
  return (place) => rowAt.get(place) ?? -1;
}

/** Zones of a release, and for a grid one that stands for all cells without figures. */
function zonesIn({ zones, recipe }: Released): number {
  return zones.length + (recipe.zones.kind === 'polygons' ? 0 : 1);
}

function dimensionOf(
  name: DimensionName,
  released: Released,
  table: ReleasedTable,
  line: ZoneLine,
): Dimension {
  const { recipe, ages, genders, dwellBands, frequencyBands } = released;
  const summed = (values: number): Dimension => {
    const hasTotal = recipe.totals && values > 1;
    return { name, size: Math.max(1, values) + (hasTotal ? 1 : 0), hasTotal };
  };
  switch (name) {
    case 'zone':
    case 'destination':
      return { name, size: zonesIn(released), hasTotal: false };
    case 'home':
      return summed(zonesIn(released) + 1);
    case 'time':
      return { name, size: timeOf(released, table, line).places.length, hasTotal: false };
    case 'band':
      return summed((table.product === 'dwell' ? dwellBands : frequencyBands).length);
    case 'age':
      return summed(ages.length);
    case 'gender':
      return summed(genders.length);
  }
}

function timeOf(released: Released, table: ReleasedTable, line: ZoneLine): ReturnType<typeof axesOf>[number] {
  const axis = axesOf(released, table, line)[axisNames.indexOf('time')];
  if (axis === undefined) throw new Error('every table has a time');
  return axis;
}

function columnOf(name: DimensionName, released: Released, table: ReleasedTable, line: ZoneLine): Int32Array {
  switch (name) {
    case 'home':
      return table.other.map((home) => (home >= 0 ? home : zonesIn(released) - 1 - home));
    case 'destination':
      return table.other;
    case 'time':
      return timeOf(released, table, line).column;
    case 'zone':
    case 'band':
    case 'age':
    case 'gender':
      return table[name];
  }
}

/** Homes lie on the level of the zone that is visited. */
function possibleIn(
  { zones, recipe }: Released,
  dimensions: readonly Dimension[],
  classes: number,
): (place: number) => boolean {
  const homes = dimensions.find(({ name }) => name === 'home')?.size;
  if (homes === undefined || recipe.levels.length === 0) return () => true;
  return (place) => {
    const layer = Math.floor(place / classes);
    const home = zones[layer % homes];
    const visited = zones[Math.floor(layer / homes)];
    return home === undefined || visited === undefined || home.level === visited.level;
  };
}
