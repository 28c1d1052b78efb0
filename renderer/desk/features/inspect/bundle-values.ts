import { zoneStates } from '../../../../shared/ipc/view.ts';
import type { Arcs, TimeStrip, ZoneValues } from '../../../../shared/ipc/view.ts';
import { binSeconds } from './bin-seconds.ts';
import { drawnZone, isSummand, isThen, rowStatus, valueAt } from './bundle-table.ts';
import type { BundleSlice, BundleTable, Contents } from './bundle-table.ts';

const empty = zoneStates.indexOf('empty');
const hidden = zoneStates.indexOf('suppressed');
const published = zoneStates.indexOf('published');
const mostArcs = 400;

/**
 * State of a place no row of the table speaks of. Where hidden groups are listed and empty ones are told apart, silence
 * means nobody; otherwise it may hide too few.
 */
function silent({ recipe }: Contents): number {
  return recipe.suppressedGroups === 'list' && recipe.zeroGroups === 'shown' ? empty : hidden;
}

/** Folds one row into the state of its place: a figure outranks hidden, hidden outranks nobody. */
function outranking(status: number, soFar: number): number {
  if (status === rowStatus.published || soFar === published) return published;
  return status === rowStatus.suppressed || soFar === hidden ? hidden : empty;
}

interface Place {
  readonly count: number;
  /** Which place a row belongs to; negative when it belongs to none of them. */
  readonly of: (row: number) => number;
}

/** States and sums of released figures by place. */
export function gather({ contents, columns }: BundleTable, place: Place): ZoneValues {
  const { status, persons } = columns;
  const unseen = 255;
  const states = new Uint8Array(place.count).fill(unseen);
  const values = new Int32Array(place.count);
  for (let row = 0; row < status.length; row++) {
    const at = place.of(row);
    if (at < 0) continue;
    const own = status[row] ?? rowStatus.suppressed;
    const soFar = states[at] ?? unseen;
    states[at] = outranking(own, soFar === unseen ? empty : soFar);
    if (own === rowStatus.published) values[at] = (values[at] ?? 0) + Math.max(0, persons[row] ?? 0);
  }
  const rest = silent(contents);
  return { states: states.map((state) => (state === unseen ? rest : state)), values };
}

/** One value per zone for a slice, from the released rows alone. */
export function bundleZoneValues(table: BundleTable, slice: BundleSlice): ZoneValues {
  return gather(table, { count: table.contents.zones.length, of: (row) => drawnZone(table, slice, row) });
}

/** One picture per band, for tables that have bands. */
export function bundleBands(table: BundleTable, slice: BundleSlice): readonly ZoneValues[] | undefined {
  if (table.bandCount === 0) return undefined;
  return Array.from({ length: table.bandCount }, (_, band) => bundleZoneValues(table, { ...slice, band }));
}

/** The bins of the table with the sum of their released figures. */
export function bundleStrip(table: BundleTable, slice: Pick<BundleSlice, 'band'>): TimeStrip {
  const { contents, columns, starts, bin } = table;
  const of = (row: number) => (isSummand(table, slice, row) ? (bin[row] ?? -1) : -1);
  const { values } = gather(table, { count: starts.length, of });
  const { timeBin, timeZone } = contents.recipe;
  const length = columns.product === 'footfall' ? timeBin : 'daypart';
  return { starts, seconds: binSeconds(starts, length, timeZone), values };
}

/** Whether a row is a published flow of the slice. */
function isShownFlow(table: BundleTable, slice: BundleSlice, row: number): boolean {
  const { status, zone } = table.columns;
  if (status[row] !== rowStatus.published || !isThen(table, slice, row)) return false;
  return (slice.from === undefined || zone[row] === slice.from) && isSummand(table, slice, row);
}

/** The largest released flows between two zones, largest first; with a zone chosen, those from it. `undefined` for other tables. */
export function bundleArcs(table: BundleTable, slice: BundleSlice): Arcs | undefined {
  const { product, zone, other, persons } = table.columns;
  if (product !== 'flows') return undefined;
  const zones = table.contents.zones.length;
  const sums = new Map<number, number>();
  for (const row of zone.keys()) {
    if (!isShownFlow(table, slice, row)) continue;
    const pair = valueAt(zone, row) * zones + valueAt(other, row);
    sums.set(pair, (sums.get(pair) ?? 0) + Math.max(0, valueAt(persons, row)));
  }
  const largest = [...sums].toSorted(([a, x], [b, y]) => y - x || a - b).slice(0, mostArcs);
  return {
    from: Int32Array.from(largest, ([pair]) => Math.floor(pair / zones)),
    to: Int32Array.from(largest, ([pair]) => pair % zones),
    value: Int32Array.from(largest, ([, value]) => value),
  };
}
