import { finished, type Steps } from '../base/steps.ts';
import type { GroupTable } from '../products/group-table.ts';
import type { SlotBins } from './count-order.ts';
import type { Counting } from './counting.ts';
import { denseGroups } from './dense-groups.ts';
import { GroupCounter } from './group-counter.ts';
import { groupDimensions } from './group-dimensions.ts';
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

/**
 * Footfall as groups: persons by zone and time bin, of the dense result of `countPersons`. Keys and notes take one more pass each, and
 * so do contributors where holders are known.
 */
export function footfallTable(counted: FootfallCounts, counting: Omit<Counting, 'bound'>): GroupTable {
  return finished(tablingFootfall(counted, counting));
}

/** As `footfallTable`, with steps on the way. */
export function* tablingFootfall(
  { presences, slotBins, counts }: FootfallCounts,
  { people, totals, recordKeys, note }: Omit<Counting, 'bound'>,
): Steps<GroupTable> {
  const zones = presences.zoneStarts.length - 1;
  const classes = people.ages * people.genders;
  const order = { product: 'footfall', sizes: [zones, slotBins.bins], people, totals } as const;
  if (!recordKeys && !note && !people.holderOfPerson) {
    const dimensions = groupDimensions(order);
    const [, , age, gender] = dimensions;
    if (age && gender)
      return { product: 'footfall', dimensions, ...denseGroups({ counts, ...people }, age, gender) };
  }
  const counter = new GroupCounter({ ...order, recordKeys, note });
  counts.forEach((persons, at) => {
    const place = Math.floor(at / classes);
    if (persons > 0) counter.addMany(place, at - place * classes, persons);
  });
  const persons = people.classOfPerson.length;
  if (recordKeys)
    yield* eachPair(presences, slotBins, persons, (person, pair) => counter.addKey(person, pair));
  if (note) yield* eachPair(presences, slotBins, persons, (person, pair) => counter.noteOne(person, pair));
  if (people.holderOfPerson) yield* repeatHolders({ presences, slotBins }, people, counter);
  return counter.table();
}

/** Finds the persons of one holder that were counted in one zone and bin. */
function* repeatHolders(
  { presences, slotBins }: Omit<FootfallCounts, 'counts'>,
  people: People,
  counter: GroupCounter,
): Steps<void> {
  const { shared } = byHolder(people);
  let latest = -1;
  let here: number[] = [];
  const close = (): void => {
    for (const classes of classesByHolder(here, people)) counter.addRepeated(latest, classes);
    here = [];
  };
  yield* eachPair(presences, slotBins, people.classOfPerson.length, (person, pair) => {
    if (shared[person] === 0) return;
    if (pair !== latest) close();
    latest = pair;
    here.push(person);
  });
  close();
}

function classesByHolder(
  persons: readonly number[],
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
