import type { BaseTable } from './base-table.ts';

/**
 * Presence columns: person p was in zone z in slot t, sorted by zone, slot, person. Rows of zone `z` are
 * `zoneStarts[z]` to `zoneStarts[z + 1] - 1`; `slot` counts from `firstSlot`. Each presence stands
 * once, however many events tell of it.
 */
export interface Presences {
  readonly zoneStarts: Int32Array;
  readonly slot: Int32Array;
  readonly person: Int32Array;
  readonly firstSlot: number;
  readonly slots: number;
  /** Events of the base table that lie in no zone. */
  readonly outsideZones: number;
}

/** Most pairs of zone and slot that are counted in one go: 64 MiB. */
const mostPairs = 1 << 24;

/**
 * Presences of a base table: each event's cell gives its zone by `zoneOfCell` (-1: none) and its second gives its slot.
 * A counting sort by (zone, slot), or, where there are too many pairs, by slot and then by zone: a single stray event years
 * away must not cost memory for every zone in every slot between. Persons stay ascending because the base table is.
 */
export function presencesOf(
  base: BaseTable,
  zoneOfCell: Int32Array,
  zones: number,
  slotSeconds: number,
): Presences {
  const { second, cell, person } = base;
  const { firstSlot, slots } = slotRange(second, slotSeconds);
  const zone = new Int32Array(second.length);
  const slot = new Int32Array(second.length);
  for (let i = 0; i < second.length; i++) {
    zone[i] = zoneOfCell[cell[i] ?? 0] ?? -1;
    slot[i] = Math.floor((second[i] ?? 0) / slotSeconds) - firstSlot;
  }
  const rows = { zone, slot, person };
  const sorted = zones * slots <= mostPairs ? inOneGo(rows, zones, slots) : inTwo(rows, zones, slots);
  const columns = onceEach(sorted.starts, sorted.rows.slot, sorted.rows.person);
  return { ...columns, firstSlot, slots, outsideZones: second.length - sorted.rows.slot.length };
}

interface Rows {
  readonly zone: Int32Array;
  readonly slot: Int32Array;
  readonly person: Int32Array;
}
interface Sorted {
  readonly rows: Rows;
  readonly starts: Int32Array;
}

function inOneGo(rows: Rows, zones: number, slots: number): Sorted {
  const { zone, slot } = rows;
  const pair = new Int32Array(zone.length);
  for (let i = 0; i < pair.length; i++) pair[i] = (zone[i] ?? 0) * slots + (slot[i] ?? 0);
  const sorted = sortedBy(pair, zones * slots, rows);
  const starts = Int32Array.from({ length: zones + 1 }, (_, at) => sorted.starts[at * slots] ?? 0);
  return { rows: sorted.rows, starts };
}

function inTwo(rows: Rows, zones: number, slots: number): Sorted {
  const bySlot = sortedBy(rows.slot, slots, rows).rows;
  return sortedBy(bySlot.zone, zones, bySlot);
}

/** Rows sorted by `digit` (0 to `values` - 1), stably; rows in no zone are left out. */
function sortedBy(digit: Int32Array, values: number, { zone, slot, person }: Rows): Sorted {
  const starts = new Int32Array(values + 1);
  for (let i = 0; i < digit.length; i++) {
    if (zone[i] === -1) continue;
    const at = (digit[i] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  for (let at = 0; at < values; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const kept = starts[values] ?? 0;
  const next = starts.slice();
  const rows = { zone: new Int32Array(kept), slot: new Int32Array(kept), person: new Int32Array(kept) };
  for (let i = 0; i < digit.length; i++) {
    if (zone[i] === -1) continue;
    const at = digit[i] ?? 0;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    rows.zone[place] = zone[i] ?? 0;
    rows.slot[place] = slot[i] ?? 0;
    rows.person[place] = person[i] ?? 0;
  }
  return { rows, starts };
}

function slotRange(
  second: Int32Array,
  slotSeconds: number,
): { readonly firstSlot: number; readonly slots: number } {
  if (second.length === 0) return { firstSlot: 0, slots: 0 };
  let low = Infinity;
  let high = -Infinity;
  for (const value of second) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const firstSlot = Math.floor(low / slotSeconds);
  return { firstSlot, slots: Math.floor(high / slotSeconds) - firstSlot + 1 };
}

function onceEach(
  zoneStarts: Int32Array,
  slot: Int32Array,
  person: Int32Array,
): Pick<Presences, 'zoneStarts' | 'slot' | 'person'> {
  const starts = new Int32Array(zoneStarts.length);
  let kept = 0;
  for (let zone = 0; zone + 1 < zoneStarts.length; zone++) {
    const end = zoneStarts[zone + 1] ?? 0;
    const first = kept;
    starts[zone] = first;
    for (let i = zoneStarts[zone] ?? 0; i < end; i++) {
      const repeats = kept > first && slot[i] === slot[kept - 1] && person[i] === person[kept - 1];
      if (repeats) continue;
      slot[kept] = slot[i] ?? 0;
      person[kept] = person[i] ?? 0;
      kept++;
    }
  }
  starts[zoneStarts.length - 1] = kept;
  return { zoneStarts: starts, slot: slot.subarray(0, kept), person: person.subarray(0, kept) };
}
