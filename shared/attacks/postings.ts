import { idNumbers } from './id-numbers.ts';
import { firstRow, personsOf, type Points } from './points.ts';
import { countUp, runningSums } from './running-sums.ts';

/** Who was at a place in a slot: ascending, once for each visit. Only for the pairs that were asked for. */
export interface Postings {
  at(place: number, slot: number): Int32Array;
}

const none = new Int32Array(0);

const rowsPerStep = 1 << 18;

/**
 * Inverted lists of all places and slots that one of the `wanted` persons has. Passes over the points: what nobody asks for costs no
 * lists. Yields now and then, for whoever runs it to pause.
 */
export function* postingsFor(points: Points, wanted: Int32Array): Generator<undefined, Postings> {
  const ids = yield* wantedIds(points, wanted);
  const idOfRow = new Int32Array(points.place.length);
  const starts = new Int32Array(ids.size + 1);
  for (let row = 0; row < idOfRow.length; row += 1) {
    const id = ids.of(points.place[row] ?? 0, points.slot[row] ?? 0);
    idOfRow[row] = id;
    if (id >= 0) countUp(starts, id + 1);
    if (row % rowsPerStep === 0) yield;
  }
  const persons = yield* filled(points, idOfRow, runningSums(starts));
  return {
    at: (place, slot) => {
      const id = ids.of(place, slot);
      return id < 0 ? none : persons.subarray(starts[id], starts[id + 1]);
    },
  };
}

interface Ids {
  readonly size: number;
  /** -1 for a pair that nobody asked for. */
  of(place: number, slot: number): number;
}

function* wantedIds(points: Points, wanted: Int32Array): Generator<undefined, Ids> {
  const { places, place, slot } = points;
  let [low, high] = [Infinity, -Infinity];
  for (let row = 0; row < slot.length; row += 1) {
    low = Math.min(low, slot[row] ?? 0);
    high = Math.max(high, slot[row] ?? 0);
    if (row % rowsPerStep === 0) yield;
  }
  const numbers = idNumbers((high - low + 1) * places);
  let size = 0;
  for (const person of wanted) {
    for (let row = firstRow(points, person); row < firstRow(points, person + 1); row += 1) {
      const key = ((slot[row] ?? 0) - low) * places + (place[row] ?? 0);
      if (numbers.get(key) < 0) numbers.set(key, size++);
    }
  }
  return { size, of: (where, when) => numbers.get((when - low) * places + where) };
}

function* filled(points: Points, idOfRow: Int32Array, starts: Int32Array): Generator<undefined, Int32Array> {
  const persons = new Int32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  for (let person = 0; person < personsOf(points); person += 1) {
    for (let row = firstRow(points, person); row < firstRow(points, person + 1); row += 1) {
      const id = idOfRow[row] ?? -1;
      if (id < 0) continue;
      persons[next[id] ?? 0] = person;
      countUp(next, id);
    }
    if (person % 1000 === 0) yield;
  }
  return persons;
}
