import type { GroupTable } from '../products/group-table.ts';
import type { SlotBins } from './count-persons.ts';
import type { Counting } from './counting.ts';
import { GroupCounter } from './group-counter.ts';
import { byHolder, type People } from './people.ts';
import { eachPair } from './presence-pairs.ts';
import type { Presences } from './presences.ts';

/** What `countPersons` counted, and what it counted it of. */
export interface FootfallCounts {
  readonly presences: Presences;
  readonly slotBins: SlotBins;
  /** Distinct persons at `(zone * bins + bin) * classes + class`. */
  readonly counts: Int32Array;
}

/** Footfall as groups: persons by zone and time bin, of the dense result of `countPersons`. Keys and notes take one more pass each. */
export function footfallTable(
  { presences, slotBins, counts }: FootfallCounts,
  { people, totals, recordKeys, note }: Omit<Counting, 'bound'>,
): GroupTable {
  const zones = presences.zoneStarts.length - 1;
  const classes = people.ages * people.genders;
  const sizes = [zones, slotBins.bins];
  const counter = new GroupCounter({ product: 'footfall', sizes, people, totals, recordKeys, note });
  counts.forEach((persons, at) => {
    const place = Math.floor(at / classes);
    if (persons > 0) counter.addMany(place, at - place * classes, persons);
  });
  if (recordKeys)
    eachPair(presences, slotBins, people.classOfPerson.length, (row, pair, first) => {
      if (first) counter.addKey(presences.person[row] ?? 0, pair);
    });
  if (note)
    eachPair(presences, slotBins, people.classOfPerson.length, (row, pair, first) => {
      if (first) counter.noteOne(presences.person[row] ?? 0, pair);
    });
  if (people.holderOfPerson) repeatHolders({ presences, slotBins }, people, counter);
  return counter.table();
}

/** Finds the persons of one holder that were counted in one zone and bin. */
function repeatHolders(
  { presences, slotBins }: Omit<FootfallCounts, 'counts'>,
  people: People,
  counter: GroupCounter,
): void {
  const { zoneStarts, slot, person, firstSlot } = presences;
  const { shared } = byHolder(people);
  const zones = zoneStarts.length - 1;
  for (let zone = 0; zone < zones; zone++) {
    let bin = -1;
    let here = new Set<number>();
    const close = (): void => {
      const place = zone * slotBins.bins + bin;
      for (const classes of classesByHolder(here, people)) counter.addRepeated(place, classes);
      here = new Set();
    };
    const end = zoneStarts[zone + 1] ?? 0;
    for (let i = zoneStarts[zone] ?? 0; i < end; i++) {
      const who = person[i] ?? 0;
      if (shared[who] === 0) continue;
      const next = slotBins.binOfSlot[(slot[i] ?? 0) + firstSlot - slotBins.firstSlot] ?? -1;
      if (next !== bin) close();
      bin = next;
      if (bin !== -1) here.add(who);
    }
    close();
  }
}

function classesByHolder(
  persons: ReadonlySet<number>,
  { classOfPerson, holderOfPerson }: People,
): Iterable<readonly number[]> {
  const classes = new Map<number, number[]>();
  for (const who of persons) {
    const own = classOfPerson[who] ?? -1;
    const holder = holderOfPerson?.[who] ?? -1;
    if (own >= 0) classes.set(holder, [...(classes.get(holder) ?? []), own]);
  }
  return [...classes.values()].filter((list) => list.length > 1);
}
