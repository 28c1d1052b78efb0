import type { PersonClasses, SlotBins } from './count-persons.ts';
import type { Presences } from './presences.ts';

/** What persons are counted of. */
export interface CountOrder {
  readonly presences: Presences;
  readonly slotBins: SlotBins;
  readonly groups: PersonClasses;
}

/** Runs `from` to `to - 1` of `Presences.runs`; the first lies in `zone`, and none before it in `pair` or after. */
export interface RunRange {
  readonly from: number;
  readonly to: number;
  readonly zone: number;
  /** Pair of zone and bin, `zone * bins + bin`. */
  readonly pair: number;
}

/** Where to count, and the pair in which each person was last counted; -1 at first, kept from range to range. */
export interface CountSheet {
  readonly counts: Int32Array;
  readonly stamps: Int32Array;
}

/** Counts the persons of some runs into `counts`, as `countPersons` does those of all. */
export function countRange(
  order: CountOrder,
  range: Omit<RunRange, 'pair'>,
  { counts, stamps }: CountSheet,
): void {
  const { sites, zoneStarts, runs } = order.presences;
  const { slot, starts, person, firstSlot } = sites;
  const { bins, binOfSlot } = order.slotBins;
  const { classes, classOfPerson } = order.groups;
  const shift = firstSlot - order.slotBins.firstSlot;
  let { zone } = range;
  for (let at = range.from; at < range.to; at++) {
    while (at >= (zoneStarts[zone + 1] ?? 0)) zone++;
    const run = runs[at] ?? 0;
    const bin = binOfSlot[(slot[run] ?? 0) + shift] ?? -1;
    if (bin < 0) continue;
    const pair = zone * bins + bin;
    const end = starts[run + 1] ?? 0;
    for (let row = starts[run] ?? 0; row < end; row++) {
      const who = person[row] ?? 0;
      if (stamps[who] === pair) continue;
      stamps[who] = pair;
      const group = classOfPerson[who] ?? -1;
      if (group >= 0) counts[pair * classes + group] = (counts[pair * classes + group] ?? 0) + 1;
    }
  }
}
