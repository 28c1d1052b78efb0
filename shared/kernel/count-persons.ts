import type { Presences } from './presences.ts';

/** How slots fall into bins: `binOfSlot[i]` is the bin of slot `firstSlot + i` (slots counted from 1970), -1 for none. */
export interface SlotBins {
  readonly firstSlot: number;
  readonly binOfSlot: Int32Array;
  readonly bins: number;
}

/** Which breakdown class each person is in, -1 for persons who are left out. */
export interface PersonClasses {
  readonly classOfPerson: Int32Array;
  readonly classes: number;
}

/**
 * Distinct persons per zone, bin and class, at `(zone * bins + bin) * classes + class`. A person counts once in a group
 * however many presences they have there. The slots of a bin must follow each other. One pass over the columns, with one
 * stamp per person that says in which zone and bin they were last counted.
 */
export function countPersons(presences: Presences, slotBins: SlotBins, groups: PersonClasses): Int32Array {
  const { zoneStarts, slot, person } = presences;
  const { bins, binOfSlot } = slotBins;
  const { classes, classOfPerson } = groups;
  const zones = zoneStarts.length - 1;
  const counts = new Int32Array(zones * bins * classes);
  const stamps = new Int32Array(classOfPerson.length).fill(-1);
  const shift = presences.firstSlot - slotBins.firstSlot;
  for (let zone = 0; zone < zones; zone++) {
    const end = zoneStarts[zone + 1] ?? 0;
    for (let i = zoneStarts[zone] ?? 0; i < end; i++) {
      const bin = binOfSlot[(slot[i] ?? 0) + shift] ?? -1;
      if (bin < 0) continue;
      const who = person[i] ?? 0;
      const stamp = zone * bins + bin;
      if (stamps[who] === stamp) continue;
      stamps[who] = stamp;
      const group = classOfPerson[who] ?? -1;
      if (group >= 0) counts[stamp * classes + group] = (counts[stamp * classes + group] ?? 0) + 1;
    }
  }
  return counts;
}
