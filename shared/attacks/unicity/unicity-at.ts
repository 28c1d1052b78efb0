import { firstRow, personsOf, type Points } from '../points.ts';
import { countUp } from '../running-sums.ts';
import type { Resolution } from './resolution.ts';

const personsPerStep = 2000;

/** What is asked: rows known of each sampled person, and how coarsely both they and everybody else are seen. */
export interface Question {
  readonly known: readonly Int32Array[];
  readonly places: Resolution;
  readonly slots: Resolution;
}

/**
 * For 1, 2, ... `most` known points: how many of the sampled persons are the only one with them. Somebody with fewer points is known in
 * full. Only the inverted lists of points that somebody knows are built, in one pass over all points.
 */
export function* uniqueAt(
  points: Points,
  question: Question,
  most: number,
): Generator<undefined, Int32Array> {
  const { lists, idOfRow } = yield* candidateLists(points, question);
  const unique = new Int32Array(most);
  const mark = new Int32Array(personsOf(points));
  let base = 0;
  for (const rows of question.known) {
    let matches = mark.length;
    for (let i = 0; i < most; i += 1) {
      const list = lists[idOfRow(rows[i] ?? -1)];
      if (list !== undefined && matches > 1) matches = narrowed(list, mark, base + i, i === 0);
      if (matches === 1) countUp(unique, i);
    }
    base += most + 1;
    yield;
  }
  return unique;
}

/** Marks those on the list who were marked `step` before (or all at first) with the next number; returns how many they are. */
function narrowed(list: readonly number[], mark: Int32Array, step: number, isFirst: boolean): number {
  let matches = 0;
  for (const person of list) {
    if (!isFirst && mark[person] !== step) continue;
    mark[person] = step + 1;
    matches += 1;
  }
  return matches;
}

interface CandidateLists {
  /** Persons who have each of the points somebody knows, ascending. */
  readonly lists: readonly (readonly number[])[];
  /** The list of a row's point; -1 for no row. */
  idOfRow(row: number): number;
}

function* candidateLists(
  points: Points,
  { known, places, slots }: Question,
): Generator<undefined, CandidateLists> {
  const width = places.of.reduce((most, place) => Math.max(most, place), 0) + 1;
  const keyOf = (row: number): number =>
    (slots.of[points.slot[row] ?? 0] ?? 0) * width + (places.of[points.place[row] ?? 0] ?? 0);
  const idOf = new Map<number, number>();
  for (const rows of known)
    for (const row of rows) if (!idOf.has(keyOf(row))) idOf.set(keyOf(row), idOf.size);

  const lists: number[][] = Array.from({ length: idOf.size }, () => []);
  for (let person = 0; person < personsOf(points); person += 1) {
    for (let row = firstRow(points, person); row < firstRow(points, person + 1); row += 1) {
      const list = lists[idOf.get(keyOf(row)) ?? -1];
      if (list !== undefined && list.at(-1) !== person) list.push(person);
    }
    if (person % personsPerStep === 0) yield;
  }
  return { lists, idOfRow: (row) => (row < 0 ? -1 : (idOf.get(keyOf(row)) ?? -1)) };
}
