import { eachPerson, type Counting } from './counting.ts';
import { eachBin, type DatedBins } from './dated-bins.ts';
import { keyInBin, PersonGroups } from './person-groups.ts';
import type { Stays } from './stays.ts';

/** What visits are looked for in: zones and the days of the period (bins of `timeBins('day', ...)`). */
export interface VisitOrder {
  readonly zones: number;
  readonly days: DatedBins;
}

/**
 * Calls `meet` for each person, holder by holder, with the zones they were in on some day of the period and on how many
 * days. A bound keeps at most so many zones a day: what it leaves out was not visited.
 */
export function eachVisitor(
  stays: Stays,
  { zones, days }: VisitOrder,
  { people, bound }: Counting,
  meet: (person: number, daysOfZone: ReadonlyMap<number, number>) => void,
): void {
  const latest = new Int32Array(zones).fill(-1);
  const bins = days.starts.length;
  const groups = new PersonGroups(bound, (group) => keyInBin(days, Math.floor(group / bins), group % bins));
  eachPerson(stays, people, (person, begin, end) => {
    const touched: number[] = [];
    for (let i = begin; i < end; i++) {
      const zone = stays.zone[i] ?? -1;
      if (zone === -1) continue;
      eachBin(days, stays.from[i] ?? 0, stays.to[i] ?? 0, (bin) => {
        if (latest[zone] === bin) return;
        if (latest[zone] === -1) touched.push(zone);
        latest[zone] = bin;
        groups.offer(zone * bins + bin);
      });
    }
    for (const zone of touched) latest[zone] = -1;
    const daysOfZone = new Map<number, number>();
    groups.settle(person, (group) => {
      const zone = Math.floor(group / bins);
      daysOfZone.set(zone, (daysOfZone.get(zone) ?? 0) + 1);
    });
    meet(person, daysOfZone);
  });
}
