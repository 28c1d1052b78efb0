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

/**
 * Presences of a base table: each event's cell gives its zone by `zoneOfCell` (-1: none) and its second gives its slot.
 * A counting sort by (zone, slot); persons stay ascending because the base table is. `base.second` must not be negative.
 */
export function presencesOf(
  base: BaseTable,
  zoneOfCell: Int32Array,
  zones: number,
  slotSeconds: number,
): Presences {
  const { person, second, cell } = base;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < second.length; i++) {
    const value = second[i] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const firstSlot = second.length === 0 ? 0 : Math.floor(low / slotSeconds);
  const slots = second.length === 0 ? 0 : Math.floor(high / slotSeconds) - firstSlot + 1;
  const at = new Int32Array(zones * slots + 1);
  let outsideZones = 0;
  for (let i = 0; i < second.length; i++) {
    const zone = zoneOfCell[cell[i] ?? 0] ?? -1;
    if (zone === -1) outsideZones++;
    else {
      const bucket = zone * slots + Math.floor((second[i] ?? 0) / slotSeconds) - firstSlot;
      at[bucket + 1] = (at[bucket + 1] ?? 0) + 1;
    }
  }
  for (let bucket = 0; bucket < zones * slots; bucket++)
    at[bucket + 1] = (at[bucket + 1] ?? 0) + (at[bucket] ?? 0);
  const zoneStarts = Int32Array.from({ length: zones + 1 }, (_, zone) => at[zone * slots] ?? 0);
  const rows = second.length - outsideZones;
  const sortedSlot = new Int32Array(rows);
  const sortedPerson = new Int32Array(rows);
  for (let i = 0; i < second.length; i++) {
    const zone = zoneOfCell[cell[i] ?? 0] ?? -1;
    if (zone === -1) continue;
    const slot = Math.floor((second[i] ?? 0) / slotSeconds) - firstSlot;
    const place = at[zone * slots + slot] ?? 0;
    at[zone * slots + slot] = place + 1;
    sortedSlot[place] = slot;
    sortedPerson[place] = person[i] ?? 0;
  }
  return { ...onceEach(zoneStarts, sortedSlot, sortedPerson), firstSlot, slots, outsideZones };
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
