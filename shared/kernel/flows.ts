import { finished, type Steps } from '../base/steps.ts';
import type { GroupTable } from '../products/group-table.ts';
import { eachPerson, type Counting } from './counting.ts';
import { binAt, type DatedBins } from './dated-bins.ts';
import { GroupCounter } from './group-counter.ts';
import { PersonGroups } from './person-groups.ts';
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
  return finished(countingFlows(stays, order, counting));
}

/** As `flowsTable`, with steps on the way. */
export function* countingFlows(stays: Stays, order: FlowOrder, counting: Counting): Steps<GroupTable> {
  const { zones, dayparts } = order;
  const bins = dayparts.starts.length;
  const { people, totals, bound, recordKeys, note, trips } = counting;
  const sizes = [zones, zones, bins];
  const counter = new GroupCounter({ product: 'flows', sizes, people, totals, recordKeys, note });
  const groups = new PersonGroups(bound, {
    bins: dayparts,
    binOf: (group) => group % bins,
    zoneOf: (group) => Math.floor(group / (bins * zones)),
    destinationOf: (group) => Math.floor(group / bins) % zones,
  });
  const tally = trips ? new TripTally(people, counter) : undefined;
  const gone = new TripsOfPerson(stays, order);
  yield* eachPerson(stays, people, (person, begin, end) => {
    gone.find(begin, end);
    for (let i = 0; i < gone.size; i++) groups.offer(gone.groupAt(i));
    groups.settle(person);
    for (let i = 0; i < groups.size; i++) {
      const group = groups.at(i);
      counter.add(person, group);
      tally?.add(person, counter.placeOf(person, group), gone.tripsOf(group, i));
    }
    groups.clear();
  });
  const table = counter.table();
  yield { done: 1, total: 1 };
  return tally ? { ...table, trips: tally.at(table.at) } : table;
}

/** The groups in which one person went, in the order of bins, and how often. */
class TripsOfPerson {
  private readonly stays: Stays;
  private readonly order: FlowOrder;
  private groups = new Float64Array(64);
  private trips = new Int32Array(64);
  size = 0;

  constructor(stays: Stays, order: FlowOrder) {
    this.stays = stays;
    this.order = order;
  }

  groupAt(index: number): number {
    return this.groups[index] ?? -1;
  }

  /** How often the person went in a group, which is likely that at `index`. */
  tripsOf(group: number, index: number): number {
    return this.trips[this.groups[index] === group ? index : this.groups.indexOf(group)] ?? 0;
  }

  /** Finds those of stays `begin` to `end - 1`, which are of one person. */
  find(begin: number, end: number): void {
    this.makeRoom(end - begin);
    const { zones, dayparts, maximumTripMinutes } = this.order;
    const { zone, from, to } = this.stays;
    const bins = dayparts.starts.length;
    let latest = -1;
    let firstOfBin = 0;
    for (let i = begin + 1; i < end; i++) {
      const origin = zone[i - 1] ?? 0;
      const destination = zone[i] ?? 0;
      const arrival = from[i] ?? 0;
      if (origin === -1 || destination === -1 || origin === destination) continue;
      if (arrival - (to[i - 1] ?? 0) > maximumTripMinutes * 60) continue;
      const bin = binAt(dayparts, arrival);
      if (bin === -1) continue;
      if (bin !== latest) firstOfBin = this.size;
      latest = bin;
      this.go((origin * zones + destination) * bins + bin, firstOfBin);
    }
  }

  /** Groups of a bin are few: those before are looked through. */
  private go(group: number, firstOfBin: number): void {
    const { groups, trips } = this;
    for (let i = firstOfBin; i < this.size; i++)
      if (groups[i] === group) {
        trips[i] = (trips[i] ?? 0) + 1;
        return;
      }
    groups[this.size] = group;
    trips[this.size] = 1;
    this.size++;
  }

  private makeRoom(most: number): void {
    this.size = 0;
    if (this.groups.length >= most) return;
    this.groups = new Float64Array(2 * most);
    this.trips = new Int32Array(2 * most);
  }
}
