import { addPerson, intersect, personSet, type PersonSet } from '../adversaries/person-set.ts';
import { idNumbers, type IdNumbers } from '../id-numbers.ts';
import { firstRow, personsOf, type Points } from '../points.ts';
import { countUp } from '../running-sums.ts';
import type { Resolution } from './resolution.ts';

const personsPerStep = 1000;

/** Most memory for the sets of one pass, bytes. */
const mostBytes = 1 << 27;

/** What is asked: rows known of each sampled person, and how coarsely both they and everybody else are seen. */
export interface Question {
  readonly known: readonly Int32Array[];
  readonly places: Resolution;
  readonly slots: Resolution;
}

/**
 * For 1, 2, ... `most` known points: how many of the sampled persons are the only one with them. Somebody with fewer points is known in
 * full. One pass over all points collects, as bits, who has the points that somebody knows; a large extract takes several passes.
 */
export function* uniqueAt(
  points: Points,
  question: Question,
  most: number,
): Generator<undefined, Int32Array> {
  const unique = new Int32Array(most);
  const bytes = personSet(personsOf(points)).byteLength * most;
  const batch = Math.max(1, Math.floor(mostBytes / Math.max(1, bytes)));
  for (let from = 0; from < question.known.length; from += batch) {
    const known = question.known.slice(from, from + batch);
    const { sets, idOfRow } = yield* whoHas(points, { ...question, known });
    for (const rows of known) {
      countUnique(
        Array.from(rows, (row) => sets[idOfRow(row)] ?? personSet(personsOf(points))),
        unique,
      );
      yield;
    }
  }
  return unique;
}

/** Counts at how many known points somebody is the only one left. */
function countUnique(sets: readonly PersonSet[], unique: Int32Array): void {
  const common = sets[0]?.slice() ?? personSet(0);
  let matches = intersect(sets.slice(0, 1), common);
  for (let i = 0; i < unique.length; i += 1) {
    const set = sets[i];
    if (i > 0 && matches > 1 && set !== undefined) matches = intersect([common, set], common);
    if (matches === 1) countUp(unique, i);
  }
}

interface WhoHas {
  readonly sets: readonly PersonSet[];
  readonly idOfRow: (row: number) => number;
}

function* whoHas(points: Points, { known, places, slots }: Question): Generator<undefined, WhoHas> {
  const width = heightOf(places);
  const keyOf = (row: number): number =>
    (slots.of[points.slot[row] ?? 0] ?? 0) * width + (places.of[points.place[row] ?? 0] ?? 0);
  const numbers = idNumbers(width * heightOf(slots));
  const sets = setsFor(known, keyOf, numbers, personsOf(points));
  for (let person = 0; person < personsOf(points); person += 1) {
    for (let row = firstRow(points, person); row < firstRow(points, person + 1); row += 1) {
      const set = sets[numbers.get(keyOf(row))];
      if (set !== undefined) addPerson(set, person);
    }
    if (person % personsPerStep === 0) yield;
  }
  return { sets, idOfRow: (row) => numbers.get(keyOf(row)) };
}

function setsFor(
  known: readonly Int32Array[],
  keyOf: (row: number) => number,
  numbers: IdNumbers,
  persons: number,
): PersonSet[] {
  const sets: PersonSet[] = [];
  for (const rows of known) {
    for (const row of rows) {
      if (numbers.get(keyOf(row)) >= 0) continue;
      numbers.set(keyOf(row), sets.length);
      sets.push(personSet(persons));
    }
  }
  return sets;
}

function heightOf({ of }: Resolution): number {
  return of.reduce((most, number) => Math.max(most, number), -1) + 1;
}
