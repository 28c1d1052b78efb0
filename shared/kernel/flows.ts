import type { GroupTable } from '../products/group-table.ts';
import { eachPerson, type Counting } from './counting.ts';
import { binAt, type DatedBins } from './dated-bins.ts';
import { GroupCounter } from './group-counter.ts';
import { keyInBin, PersonGroups } from './person-groups.ts';
import type { Stays } from './stays.ts';
import { TripTally } from './trip-tally.ts';

/** What flows are counted in: dated dayparts, and the longest time between two stays that still makes a flow. */
export interface FlowOrder {
  readonly zones: number;
  readonly dayparts: DatedBins;
  readonly maximumTripMinutes: number;
}

/**
 * Flows: persons by origin, destination and the dated daypart in which the stay at the destination begins. A flow is a
 * pair of stays that follow each other, in different zones, at most `maximumTripMinutes` apart. A person counts once
 * in a group however often they went; how often is told beside it where `counting` asks for trips.
 */
export function flowsTable(stays: Stays, order: FlowOrder, counting: Counting): GroupTable {
  const { zones, dayparts, maximumTripMinutes } = order;
  const bins = dayparts.starts.length;
  const { people, totals, bound, recordKeys, note, trips } = counting;
  const counter = new GroupCounter({
    product: 'flows',
    sizes: [zones, zones, bins],
    people,
    totals,
    recordKeys,
    note,
  });
  const groups = new PersonGroups(bound, (group) => {
    const bin = group % bins;
    const pair = (group - bin) / bins;
    const destination = pair % zones;
    return { ...keyInBin(dayparts, (pair - destination) / zones, bin), destination };
  });
  const tally = trips ? new TripTally(people) : undefined;
  const { zone, from, to } = stays;
  eachPerson(stays, people, (person, begin, end) => {
    const gone = new Map<number, number>();
    for (let i = begin + 1; i < end; i++) {
      const origin = zone[i - 1] ?? 0;
      const destination = zone[i] ?? 0;
      const arrival = from[i] ?? 0;
      if (origin === -1 || destination === -1 || origin === destination) continue;
      if (arrival - (to[i - 1] ?? 0) > maximumTripMinutes * 60) continue;
      const bin = binAt(dayparts, arrival);
      const group = (origin * zones + destination) * bins + bin;
      if (bin === -1) continue;
      const before = gone.get(group) ?? 0;
      gone.set(group, before + 1);
      if (before === 0) groups.offer(group);
    }
    groups.settle(person, (group) => {
      counter.add(person, group);
      tally?.add(person, counter.placesOf(person, group), gone.get(group) ?? 0);
    });
  });
  const table = counter.table();
  return tally ? { ...table, trips: tally.at(table.at) } : table;
}
