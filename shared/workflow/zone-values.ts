import type { Arcs, TimeStrip, View } from '../ipc/view.ts';
import { totalAlong, type IndexedTable } from '../products/indexed-table.ts';
import { roundToBase } from '../protect/round.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { isShown, type CountedTable, type Fates } from './counted-table.ts';

const state = { empty: 0, suppressed: 1, published: 2, outOfScope: 3 } as const;
const mostArcs = 400;

/** Which part of a table a picture shows; a part left out is taken together. */
export interface Slice {
  readonly bin: number | 'total';
  readonly band?: number | undefined;
  /** Zone whose flows or whose visitors' homes are shown: pictures then are of the other end. */
  readonly from?: number | undefined;
}

/** A table and what decides which of its groups carry a figure. */
export interface Showing {
  readonly counted: CountedTable;
  readonly fates: Fates;
  /** Released figures by group where they are not plainly the rounded number. */
  readonly figures: Int32Array | undefined;
  readonly recipe: Recipe;
}

/** What is released for group `i`, if it is. */
export function figureOf({ counted, figures, recipe }: Showing, i: number): number {
  return figures?.[i] ?? roundToBase(counted.table.persons[i] ?? 0, recipe.roundingBase);
}

/** Whether group `i` is one that sums are made of: the totals where there are totals, every single group elsewhere. */
export function isSummand(table: IndexedTable, slice: Pick<Slice, 'band'>, i: number): boolean {
  const { part } = table;
  const along = (name: 'age' | 'gender' | 'home'): boolean => {
    const total = totalAlong(table, name);
    return total === -1 || part[name]?.[i] === total;
  };
  const total = totalAlong(table, 'band');
  const band = part.band?.[i];
  const inBand =
    band === undefined || (slice.band === undefined ? total === -1 || band === total : band === slice.band);
  return inBand && along('age') && along('gender') && along('home');
}

/** One state and released figure per zone for a slice: published when any summand is, then the sum of those. */
export function zoneValues(showing: Showing, slice: Slice): View['zones'] {
  const { counted, fates, recipe } = showing;
  const { table } = counted;
  const zones = counted.placed.shapes.length;
  const ends = endsOf(table, slice);
  const states = new Uint8Array(zones);
  if (recipe.zeroGroups === 'hidden') states.fill(state.suppressed);
  const values = new Int32Array(zones);
  const times = table.part.time;
  for (let i = 0; i < table.at.length; i++) {
    if (slice.bin !== 'total' && times !== undefined && times[i] !== slice.bin) continue;
    const zone = ends(i);
    if (zone < 0 || zone >= zones) continue;
    if (states[zone] === state.empty) states[zone] = state.suppressed;
    if (!isShown(table, fates, recipe.minimumPersons, i)) continue;
    states[zone] = state.published;
    values[zone] = (values[zone] ?? 0) + figureOf(showing, i);
  }
  return { states, values };
}

/** The zone a group is drawn in, -1 where it is not part of the slice. */
function endsOf(table: IndexedTable, slice: Slice): (i: number) => number {
  const { zone, destination, home } = table.part;
  const other = destination ?? home;
  const { from } = slice;
  if (from === undefined || other === undefined)
    return (i) => (isSummand(table, slice, i) ? (zone?.[i] ?? -1) : -1);
  const homeTotal = totalAlong(table, 'home');
  return (i) => {
    if (zone?.[i] !== from || other[i] === homeTotal) return -1;
    const single = homeTotal === -1 || home === undefined;
    return isSummand(table, slice, i) || (!single && isClassSummand(table, i)) ? (other[i] ?? -1) : -1;
  };
}

function isClassSummand(table: IndexedTable, i: number): boolean {
  return (['age', 'gender'] as const).every((name) => {
    const total = totalAlong(table, name);
    return total === -1 || table.part[name]?.[i] === total;
  });
}

/** Sum of released figures of the finest zones per bin; coarser zones hold the same people again. */
export function stripOf(showing: Showing, slice: Slice): TimeStrip {
  const { counted, fates, recipe } = showing;
  const { table, bins, placed } = counted;
  const values = new Int32Array(bins.starts.length);
  const { time: times, zone } = table.part;
  const finest = placed.levels[0]?.size ?? 0;
  if (times === undefined) return { starts: bins.starts, seconds: bins.seconds, values };
  for (let i = 0; i < table.at.length; i++) {
    if ((zone?.[i] ?? 0) >= finest || !isSummand(table, slice, i)) continue;
    if (!isShown(table, fates, recipe.minimumPersons, i)) continue;
    const time = times[i] ?? 0;
    values[time] = (values[time] ?? 0) + figureOf(showing, i);
  }
  return { starts: bins.starts, seconds: bins.seconds, values };
}

/** The largest released flows between two zones of each level, largest first; with a zone chosen, those from it. */
export function arcsOf(showing: Showing, slice: Slice): Arcs {
  const { counted, fates, recipe } = showing;
  const { table } = counted;
  const { zone, destination, time } = table.part;
  const zones = counted.placed.shapes.length;
  const sums = new Map<number, number>();
  for (let i = 0; i < table.at.length; i++) {
    if (slice.bin !== 'total' && time?.[i] !== slice.bin) continue;
    if (slice.from !== undefined && zone?.[i] !== slice.from) continue;
    if (!isShown(table, fates, recipe.minimumPersons, i) || !isSummand(table, slice, i)) continue;
    const pair = (zone?.[i] ?? 0) * zones + (destination?.[i] ?? 0);
    sums.set(pair, (sums.get(pair) ?? 0) + figureOf(showing, i));
  }
  const sorted = [...sums].toSorted(([a, x], [b, y]) => y - x || a - b);
  const largest = counted.placed.levels.flatMap(({ first, size }) =>
    sorted.filter(([pair]) => pair >= first * zones && pair < (first + size) * zones).slice(0, mostArcs),
  );
  return {
    from: Int32Array.from(largest, ([pair]) => Math.floor(pair / zones)),
    to: Int32Array.from(largest, ([pair]) => pair % zones),
    value: Int32Array.from(largest, ([, value]) => value),
  };
}
