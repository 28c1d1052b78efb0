import type { GroupTable } from '../products/group-table.ts';
import { eachPerson, type Counting } from './counting.ts';
import { binAt, type DatedBins } from './dated-bins.ts';
import { GroupCounter } from './group-counter.ts';
import { keyInBin, PersonGroups } from './person-groups.ts';
import type { Stays } from './stays.ts';

/** What flows are counted in: dated dayparts, and the longest time between two stays that still makes a flow. */
export interface FlowOrder {
  readonly zones: number;
  readonly dayparts: DatedBins;
  readonly maximumTripMinutes: number;
}

/**
 * Flows: persons by origin, destination and the dated daypart in which the stay at the destination begins. A flow is a
 * pair of stays that follow each other, in different zones, at most `maximumTripMinutes` apart. A person counts once
 * in a group however often they went.
 */
export function flowsTable(stays: Stays, order: FlowOrder, counting: Counting): GroupTable {
  const { zones, dayparts, maximumTripMinutes } = order;
  const bins = dayparts.starts.length;
  const { people, totals, bound, recordKeys } = counting;
  const counter = new GroupCounter({
    product: 'flows',
    sizes: [zones, zones, bins],
    people,
    totals,
    recordKeys,
  });
  const groups = new PersonGroups(bound, (group) => {
    const bin = group % bins;
    const pair = (group - bin) / bins;
    const destination = pair % zones;
    return { ...keyInBin(dayparts, (pair - destination) / zones, bin), destination };
  });
  const { zone, from, to } = stays;
  eachPerson(stays, people, (person, begin, end) => {
    const gone = new Set<number>();
    for (let i = begin + 1; i < end; i++) {
      const origin = zone[i - 1] ?? 0;
      const destination = zone[i] ?? 0;
      const arrival = from[i] ?? 0;
      if (origin === -1 || destination === -1 || origin === destination) continue;
      if (arrival - (to[i - 1] ?? 0) > maximumTripMinutes * 60) continue;
      const bin = binAt(dayparts, arrival);
      const group = (origin * zones + destination) * bins + bin;
      if (bin === -1 || gone.has(group)) continue;
      gone.add(group);
      groups.offer(group);
    }
    groups.settle(person, (group) => counter.add(person, group));
  });
  return counter.table();
}
