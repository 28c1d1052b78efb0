import type { Steps } from '../base/steps.ts';
import type { SlotBins } from './count-order.ts';
import type { Presences } from './presences.ts';

/**
 * Calls `meet` with each person in each pair of zone and bin (`zone * bins + bin`) they were in, once, pairs ascending. The
 * slots of a bin must follow each other. With a step before each zone.
 */
export function* eachPair(
  { sites, zoneStarts, runs }: Presences,
  slotBins: SlotBins,
  persons: number,
  meet: (person: number, pair: number) => void,
): Steps<void> {
  const { slot, starts, person, firstSlot } = sites;
  const { bins, binOfSlot } = slotBins;
  const shift = firstSlot - slotBins.firstSlot;
  const latest = new Int32Array(persons).fill(-1);
  for (let zone = 0; zone + 1 < zoneStarts.length; zone++) {
    yield { done: zone, total: zoneStarts.length };
    const end = zoneStarts[zone + 1] ?? 0;
    for (let at = zoneStarts[zone] ?? 0; at < end; at++) {
      const run = runs[at] ?? 0;
      const bin = binOfSlot[(slot[run] ?? 0) + shift] ?? -1;
      if (bin === -1) continue;
      const pair = zone * bins + bin;
      const to = starts[run + 1] ?? 0;
      for (let row = starts[run] ?? 0; row < to; row++) {
        const who = person[row] ?? 0;
        if (latest[who] === pair) continue;
        latest[who] = pair;
        meet(who, pair);
      }
    }
  }
}
