import type { Arcs, TimeStrip, View } from '../ipc/view.ts';
import { totalAlong, type IndexedTable } from '../products/indexed-table.ts';
import { hiddenLayersOf } from './hidden-layers.ts';
import { figureOf, type Showing, type Slice } from './showing.ts';
import { summandsOf } from './summands.ts';

const state = { empty: 0, suppressed: 1, published: 2 } as const;
const mostArcs = 400;

/** One state and released figure per zone for a slice: published when any summand is, then the sum of those. */
export function zoneValues(showing: Showing, slice: Slice): View['zones'] {
  const { counted, recipe } = showing;
  const zones = counted.placed.shapes.length;
  const zoneOf = endsOf(counted.table, slice);
  const states = new Uint8Array(zones);
  if (recipe.zeroGroups === 'hidden') states.fill(state.suppressed);
  const values = new Int32Array(zones);
  for (let i = 0; i < counted.table.at.length; i++) {
    const zone = zoneOf(i);
    if (zone < 0 || zone >= zones) continue;
    const figure = figureOf(showing, i);
    states[zone] = Math.max(states[zone] ?? 0, figure === -1 ? state.suppressed : state.published);
    if (figure > 0) values[zone] = (values[zone] ?? 0) + figure;
  }
  for (const zone of zonesOfHidden(showing, slice))
    states[zone] = Math.max(states[zone] ?? 0, state.suppressed);
  return { states, values };
}

/** Zones in which the release hides an empty group of the slice like others. */
function zonesOfHidden(showing: Showing, slice: Slice): readonly number[] {
  const { layers } = hiddenLayersOf(showing);
  const zoneOf = endsOf(layers, slice);
  const zones = Array.from(layers.at, (_, layer) => zoneOf(layer));
  return zones.filter((zone) => zone >= 0 && zone < showing.counted.placed.shapes.length);
}

/** The zone a group is drawn in, -1 where it is not part of the slice. */
function endsOf(table: IndexedTable, slice: Slice): (i: number) => number {
  const { zone, destination, home } = table.part;
  const other = destination ?? home;
  const origin = zone ?? new Int32Array();
  if (slice.from === undefined || other === undefined) {
    const isSummand = summandsOf(table, slice);
    return (i) => (isSummand(i) ? (origin[i] ?? -1) : -1);
  }
  const isSummand = summandsOf(table, slice, 'each');
  const allHomes = totalAlong(table, 'home');
  return (i) => (origin[i] === slice.from && other[i] !== allHomes && isSummand(i) ? (other[i] ?? -1) : -1);
}

/** Sum of released figures of the finest zones per bin; coarser zones hold the same people again. */
export function stripOf(showing: Showing, slice: Slice): TimeStrip {
  const { table, bins, placed } = showing.counted;
  const values = new Int32Array(bins.starts.length);
  const { time, zone } = table.part;
  if (!time || !zone) return { starts: bins.starts, seconds: bins.seconds, values };
  const finest = placed.levels[0]?.size ?? 0;
  const isSummand = summandsOf(table, { ...slice, bin: 'total' });
  for (let i = 0; i < table.at.length; i++) {
    if ((zone[i] ?? 0) >= finest || !isSummand(i)) continue;
    const at = time[i] ?? 0;
    values[at] = (values[at] ?? 0) + Math.max(0, figureOf(showing, i));
  }
  return { starts: bins.starts, seconds: bins.seconds, values };
}

/** The largest released flows between two zones of each level, largest first; with a zone chosen, those from it. */
export function arcsOf(showing: Showing, slice: Slice): Arcs {
  const { table, placed } = showing.counted;
  const { zone, destination } = table.part;
  const zones = placed.shapes.length;
  const isSummand = summandsOf(table, slice);
  const sums = new Map<number, number>();
  for (let i = 0; i < table.at.length; i++) {
    const from = zone?.[i] ?? 0;
    if ((slice.from !== undefined && from !== slice.from) || !isSummand(i)) continue;
    const figure = figureOf(showing, i);
    const pair = from * zones + (destination?.[i] ?? 0);
    if (figure > 0) sums.set(pair, (sums.get(pair) ?? 0) + figure);
  }
  const sorted = [...sums].toSorted(([a, x], [b, y]) => y - x || a - b);
  const largest = placed.levels.flatMap(({ first, size }) =>
    sorted.filter(([pair]) => pair >= first * zones && pair < (first + size) * zones).slice(0, mostArcs),
  );
  return {
    from: Int32Array.from(largest, ([pair]) => Math.floor(pair / zones)),
    to: Int32Array.from(largest, ([pair]) => pair % zones),
    value: Int32Array.from(largest, ([, value]) => value),
  };
}
