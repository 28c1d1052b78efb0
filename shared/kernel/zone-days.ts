import type { Steps } from '../base/steps.ts';
import { eachPerson, type Counting } from './counting.ts';
import type { DatedBins } from './dated-bins.ts';
import { pairParts, PersonGroups } from './person-groups.ts';
import type { VisitRows } from './visit-rows.ts';
import { VisitedPairs } from './visited-pairs.ts';

/** What visits are looked for in: zones and the days of the period (bins of `timeBins('day', ...)`). */
export interface VisitOrder {
  readonly zones: number;
  readonly days: DatedBins;
}

/**
 * Calls `meet` for each zone in which a person was on some day of the period, holder by holder and person by person, with the
 * number of these days. A bound keeps at most so many zones a day: what it leaves out was not visited.
 */
export function* eachVisitor(
  rows: VisitRows,
  { zones, days }: VisitOrder,
  { people, bound }: Counting,
  meet: (person: number, zone: number, days: number) => void,
): Steps<void> {
  const count = days.starts.length;
  const visited = new VisitedPairs([rows], zones, days);
  const groups = new PersonGroups(bound, pairParts(days));
  const daysOfZone = new Int32Array(zones);
  const found = new Int32Array(zones);
  yield* eachPerson(rows, people, (person, begin, end) => {
    visited.offer(person, [begin, end], groups);
    groups.settle(person);
    let zonesFound = 0;
    for (let i = 0; i < groups.size; i++) {
      const zone = Math.floor(groups.at(i) / count);
      const before = daysOfZone[zone] ?? 0;
      if (before === 0) found[zonesFound++] = zone;
      daysOfZone[zone] = before + 1;
    }
    groups.clear();
    for (let i = 0; i < zonesFound; i++) {
      const zone = found[i] ?? 0;
      meet(person, zone, daysOfZone[zone] ?? 0);
      daysOfZone[zone] = 0;
    }
  });
}
