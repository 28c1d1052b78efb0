import { finished, type Steps } from '../base/steps.ts';
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
  return finished(findingZones(base, zoneOfCell));
}

/** Events read between two steps. */
const eventsOfStep = 1 << 20;

/** As `zonesOfEvents`, with steps on the way. */
export function* findingZones(
  { person, second, cell }: BaseTable,
  zoneOfCell: Int32Array,
): Steps<Int32Array> {
  const total = cell.length;
  const zone = new Int32Array(total);
  for (let from = 0; from < total; from += eventsOfStep) {
    place(cell, zoneOfCell, zone, [from, Math.min(total, from + eventsOfStep)]);
    yield { done: from, total: 2 * total };
  }
  for (let from = 0; from < total;) {
    from = takeBack({ person, second, zone }, from, Math.min(total, from + eventsOfStep));
    yield { done: total + from, total: 2 * total };
  }
  return zone;
}

function place(
  cell: Int32Array,
  zoneOfCell: Int32Array,
  zone: Int32Array,
  [from, to]: readonly [number, number],
): void {
  for (let i = from; i < to; i++) zone[i] = zoneOfCell[cell[i] ?? 0] ?? -1;
}

interface PlacedEvents {
  readonly person: Int32Array;
  readonly second: Int32Array;
  readonly zone: Int32Array;
}

/** Takes handovers back from event `from` on and tells at which event at or after `end` it stopped. */
function takeBack({ person, second, zone }: PlacedEvents, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const here = zone[at] ?? -1;
    const next = at + 1;
    if (here === -1 || zone[next] === here || person[next] !== person[at]) {
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
  return at;
}
