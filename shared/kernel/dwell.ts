import { bandIndex } from '../products/bands.ts';
import type { GroupTable } from '../products/group-table.ts';
import { eachPerson, type Counting } from './counting.ts';
import { eachBin, type DatedBins } from './dated-bins.ts';
import { GroupCounter } from './group-counter.ts';
import { keyInBin, PersonGroups } from './person-groups.ts';
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
  const { zones, dayparts, breaks } = order;
  const bins = dayparts.starts.length;
  const { people, totals, bound, recordKeys, note } = counting;
  const counter = new GroupCounter({
    product: 'dwell',
    sizes: [zones, bins, breaks.length + 1],
    people,
    totals,
    recordKeys,
    note,
  });
  const bands = counter.sizeOf(2);
  const groups = new PersonGroups(bound, (group) => {
    const place = Math.floor(group / bands);
    const bin = place % bins;
    return keyInBin(dayparts, (place - bin) / bins, bin);
  });
  const secondBreaks = breaks.map((minutes) => minutes * 60);
  const binOfZone = new Int32Array(zones).fill(-1);
  const secondsOfZone = new Int32Array(zones);
  const offer = (zone: number): void => {
    const bin = binOfZone[zone] ?? 0;
    const band = bandIndex(secondBreaks, secondsOfZone[zone] ?? 0);
    groups.offer((zone * bins + bin) * bands + band);
  };
  eachPerson(stays, people, (person, begin, end) => {
    const touched: number[] = [];
    for (let i = begin; i < end; i++) {
      const zone = stays.zone[i] ?? -1;
      if (zone === -1) continue;
      eachBin(dayparts, stays.from[i] ?? 0, stays.to[i] ?? 0, (bin, seconds) => {
        const before = binOfZone[zone] ?? -1;
        if (before === -1) touched.push(zone);
        else if (before !== bin) offer(zone);
        secondsOfZone[zone] = before === bin ? (secondsOfZone[zone] ?? 0) + seconds : seconds;
        binOfZone[zone] = bin;
      });
    }
    for (const zone of touched) {
      offer(zone);
      binOfZone[zone] = -1;
    }
    groups.settle(person, (group) => counter.add(person, group));
  });
  return counter.table();
}
