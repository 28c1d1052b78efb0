import type { Steps } from '../base/steps.ts';
import type { Presences } from './presences.ts';

/**
 * Reads zone after zone: `meet` is told each person in a zone by slot (counted from the first of the sites), once in a slot
 * however many of its sites they were at.
 */
export function presenceReader(
  { sites, zoneStarts, runs }: Presences,
  persons: number,
): (zone: number, meet: (person: number, slot: number) => void) => void {
  const { slot, starts, person } = sites;
  const latest = new Int32Array(persons).fill(-1);
  let stamp = -1;
  return (zone, meet) => {
    let now = -1;
    const end = zoneStarts[zone + 1] ?? 0;
    for (let at = zoneStarts[zone] ?? end; at < end; at++) {
      const run = runs[at] ?? 0;
      const own = slot[run] ?? 0;
      if (own !== now) stamp++;
      now = own;
      const to = starts[run + 1] ?? 0;
      for (let row = starts[run] ?? 0; row < to; row++) {
        const who = person[row] ?? 0;
        if (latest[who] === stamp) continue;
        latest[who] = stamp;
        meet(who, own);
      }
    }
  };
}

/** How many presences there are in all zones, a person once in a zone and slot; with a step before each zone. */
export function* countingPresences({ sites, zoneStarts, runs }: Presences, persons: number): Steps<number> {
  const { slot, starts, person } = sites;
  const latest = new Int32Array(persons).fill(-1);
  let count = 0;
  let stamp = -1;
  for (let zone = 0; zone + 1 < zoneStarts.length; zone++) {
    yield { done: zone, total: zoneStarts.length };
    let now = -1;
    const end = zoneStarts[zone + 1] ?? 0;
    for (let at = zoneStarts[zone] ?? 0; at < end; at++) {
      const run = runs[at] ?? 0;
      const own = slot[run] ?? 0;
      if (own !== now) stamp++;
      now = own;
      const from = starts[run] ?? 0;
      const to = starts[run + 1] ?? 0;
      for (let row = from; row < to; row++) {
        const who = person[row] ?? 0;
        if (latest[who] !== stamp) count++;
        latest[who] = stamp;
      }
    }
  }
  return count;
}
