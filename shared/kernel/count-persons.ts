import { finished, type Steps } from '../base/steps.ts';
import type { CountOrder, PersonClasses, SlotBins } from './count-order.ts';
import { countRange, countSheet } from './count-range.ts';
import { countingWithHelp, type AskForHelp } from './count-with-help.ts';
import type { Presences } from './presences.ts';
import { runRanges } from './run-ranges.ts';

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
  return finished(countingPersons({ presences, slotBins, groups }, help));
}

/** Presences counted between two steps: some 25 ms. */
const presencesOfStep = 1 << 22;

/** As `countPersons`, with steps on the way. */
export function* countingPersons(order: CountOrder, help?: AskForHelp): Steps<Int32Array> {
  const { presences, slotBins, groups } = order;
  const zones = presences.zoneStarts.length - 1;
  const counts = new Int32Array(zones * slotBins.bins * groups.classes);
  if (help && (yield* countingWithHelp(order, counts, help))) return counts;
  const sheet = countSheet(order, counts);
  const ranges = runRanges(order, Math.ceil(presences.sites.person.length / presencesOfStep));
  for (const [i, range] of ranges.entries()) {
    countRange(order, range, sheet);
    yield { done: i, total: ranges.length };
  }
  return counts;
}
