import { finished, type Steps } from '../base/steps.ts';
import { bandIndex } from '../products/bands.ts';
import type { GroupTable } from '../products/group-table.ts';
import { eachPerson, type Counting } from './counting.ts';
import { eachBin, type DatedBins } from './dated-bins.ts';
import { GroupCounter } from './group-counter.ts';
import { pairParts, PersonGroups } from './person-groups.ts';
import type { Stays } from './stays.ts';

/** What dwell is counted in: dated dayparts, and bands cut at `breaks` minutes, ascending. */
export interface DwellOrder {
  readonly zones: number;
  readonly dayparts: DatedBins;
  readonly breaks: readonly number[];
}

/**
 * Dwell: persons by zone, dated daypart and band of the time all their stays there have in it. `[5, 15]` means under 5
 * minutes, 5 to under 15, 15 and more, to the second. Who has no second there is in no group.
 */
export function dwellTable(stays: Stays, order: DwellOrder, counting: Counting): GroupTable {
  return finished(countingDwell(stays, order, counting));
}

/** As `dwellTable`, with steps on the way. */
export function* countingDwell(stays: Stays, order: DwellOrder, counting: Counting): Steps<GroupTable> {
  const { zones, dayparts, breaks } = order;
  const { people, totals, bound, recordKeys, note } = counting;
  const sizes = [zones, dayparts.starts.length, breaks.length + 1];
  const counter = new GroupCounter({ product: 'dwell', sizes, people, totals, recordKeys, note });
  const bands = counter.sizeOf(2);
  const groups = new PersonGroups(bound, pairParts(dayparts, bands));
  const times = new TimesByZone(order, bands, groups);
  yield* eachPerson(stays, people, (person, begin, end) => {
    for (let i = begin; i < end; i++) {
      const zone = stays.zone[i] ?? -1;
      if (zone !== -1) times.add(zone, stays.from[i] ?? 0, stays.to[i] ?? 0);
    }
    times.offerRest();
    groups.settle(person);
    for (let i = 0; i < groups.size; i++) counter.add(person, groups.at(i));
    groups.clear();
  });
  return counter.table();
}

/** How long one person has been in each zone in the daypart in which they were last there; offers those that are over. */
class TimesByZone {
  private readonly dayparts: DatedBins;
  private readonly bands: number;
  private readonly breaks: readonly number[];
  private readonly groups: PersonGroups;
  private readonly binOfZone: Int32Array;
  private readonly secondsOfZone: Int32Array;
  private readonly touched: Int32Array;
  private count = 0;
  private zone = 0;

  constructor({ zones, dayparts, breaks }: DwellOrder, bands: number, groups: PersonGroups) {
    this.dayparts = dayparts;
    this.bands = bands;
    this.breaks = breaks.map((minutes) => minutes * 60);
    this.groups = groups;
    this.binOfZone = new Int32Array(zones).fill(-1);
    this.secondsOfZone = new Int32Array(zones);
    this.touched = new Int32Array(zones);
  }

  /** Adds a stay; those of a person come in the order of time. */
  add(zone: number, from: number, to: number): void {
    this.zone = zone;
    eachBin(this.dayparts, from, to, this.addSeconds);
  }

  /** Offers what is left, and forgets the person. */
  offerRest(): void {
    for (let i = 0; i < this.count; i++) {
      const zone = this.touched[i] ?? 0;
      this.offer(zone);
      this.binOfZone[zone] = -1;
    }
    this.count = 0;
  }

  private readonly addSeconds = (bin: number, seconds: number): void => {
    const { zone } = this;
    const before = this.binOfZone[zone] ?? -1;
    if (before === bin) {
      this.secondsOfZone[zone] = (this.secondsOfZone[zone] ?? 0) + seconds;
      return;
    }
    if (before === -1) this.touched[this.count++] = zone;
    else this.offer(zone);
    this.binOfZone[zone] = bin;
    this.secondsOfZone[zone] = seconds;
  };

  private offer(zone: number): void {
    const band = bandIndex(this.breaks, this.secondsOfZone[zone] ?? 0);
    this.groups.offer((zone * this.dayparts.starts.length + (this.binOfZone[zone] ?? 0)) * this.bands + band);
  }
}
