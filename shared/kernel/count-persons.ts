import type { PersonClasses, SlotBins } from './count-order.ts';
import { countRange, countSheet } from './count-range.ts';
import { countWithHelp, type AskForHelp } from './count-with-help.ts';
import type { Presences } from './presences.ts';

/**
 * Distinct persons per zone, bin and class, at `(zone * bins + bin) * classes + class`. A person counts once in a group
 * however many presences they have there. The slots of a bin must follow each other. One pass over the runs of each zone,
 * with one stamp per person that says in which zone and bin they were last counted. Where `help` is given and there is
 * enough to count, a second thread counts some of the zones; the result is the same.
 */
export function countPersons(
  presences: Presences,
  slotBins: SlotBins,
  groups: PersonClasses,
  help?: AskForHelp,
): Int32Array {
  const order = { presences, slotBins, groups };
  const zones = presences.zoneStarts.length - 1;
  const counts = new Int32Array(zones * slotBins.bins * groups.classes);
  if (help && countWithHelp(order, counts, help)) return counts;
  countRange(order, { from: 0, to: presences.runs.length, zone: 0 }, countSheet(order, counts));
  return counts;
}
