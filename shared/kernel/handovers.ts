import type { BaseTable } from './base-table.ts';

/** Longest time from one event in a zone to the next in it within which an excursion is taken for a handover, seconds. */
export const handoverSeconds = 600;

/**
 * Zone of each event of a base table, -1 for none, with A-B-A handovers taken back: what lies between two events in zone
 * A of one person that are at most `handoverSeconds` apart counts as A, whatever zone or no zone it was in. One pass from
 * the first event on: an event that was taken back is not the A of another excursion (A-B-A-B becomes A-A-A-B). Doing it
 * again changes nothing.
 */
export function zonesOfEvents(base: BaseTable, zoneOfCell: Int32Array): Int32Array {
  const { person, second, cell } = base;
  const zone = new Int32Array(cell.length);
  for (let i = 0; i < cell.length; i++) zone[i] = zoneOfCell[cell[i] ?? 0] ?? -1;
  let at = 0;
  while (at < zone.length) {
    const here = zone[at] ?? -1;
    const next = at + 1;
    if (here === -1 || zone[next] === here) {
      at = next;
      continue;
    }
    const who = person[at];
    const latest = (second[at] ?? 0) + handoverSeconds;
    let back = next;
    while (back < zone.length && person[back] === who && (second[back] ?? 0) <= latest && zone[back] !== here)
      back++;
    const returns = zone[back] === here && person[back] === who && (second[back] ?? 0) <= latest;
    if (returns) zone.fill(here, next, back);
    at = returns ? back : next;
  }
  return zone;
}
