import { firstRow, personsOf, type Points } from '../points.ts';
import type { Postings } from '../postings.ts';
import type { Knowledge } from './adversary.ts';
import { addPerson, personSet, type PersonSet } from './person-set.ts';

/** Places with their slot. A place and slot that stands more than once is a thing as often, up to `known`. */
export function knowTimes(points: Points, postings: Postings, person: number, known: number): Knowledge {
  const sets: PersonSet[] = [];
  const first: number[] = [];
  for (const { row, times } of differentRows(points, person)) {
    const who = postings.at(points.place[row] ?? 0, points.slot[row] ?? 0);
    const at = sets.length;
    for (let copy = 1; copy <= Math.min(known, times); copy += 1) {
      first.push(at);
      sets.push(withAtLeast(who, copy, personsOf(points)));
    }
  }
  return { sets, first: Int32Array.from(first) };
}

function differentRows(
  points: Points,
  person: number,
): Iterable<{ readonly row: number; readonly times: number }> {
  const seen = new Map<string, { readonly row: number; times: number }>();
  for (let row = firstRow(points, person); row < firstRow(points, person + 1); row += 1) {
    const key = `${points.slot[row]} ${points.place[row]}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, { row, times: 1 });
    else before.times += 1;
  }
  return seen.values();
}

function withAtLeast(who: Int32Array, times: number, persons: number): PersonSet {
  const set = personSet(persons);
  for (let i = times - 1; i < who.length; i += 1)
    if (who[i] === who[i - times + 1]) addPerson(set, who[i] ?? 0);
  return set;
}
