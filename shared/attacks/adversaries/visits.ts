import { firstRow, personsOf, type Points } from '../points.ts';
import { countUp, runningSums } from '../running-sums.ts';

/**
 * How often each person was at each place: pairs of person p are `starts[p]` to `starts[p + 1] - 1`, places ascending. `pairsAt`
 * gives the pairs of a place by the same persons ascending (`placeStarts`), `personOf` the person of a pair. `positions` are the
 * rows of a pair within the person's sequence, ascending, from `positionStarts[pair]`.
 */
export interface Visits {
  readonly points: Points;
  readonly persons: number;
  readonly starts: Int32Array;
  readonly place: Int32Array;
  readonly count: Int32Array;
  readonly personOf: Int32Array;
  readonly placeStarts: Int32Array;
  readonly pairsAt: Int32Array;
  readonly positionStarts: Int32Array;
  readonly positions: Int32Array;
}

type Pairs = Pick<Visits, 'starts' | 'place' | 'count'>;

const personsPerStep = 1000;
const pairsPerStep = 1 << 16;

/** What the adversaries look up, worked out once for all of them, without a pause. */
export function visitsOf(points: Points): Visits {
  const work = gatheredVisits(points);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** What the adversaries look up, worked out once for all of them. Yields now and then, for whoever runs it to pause. */
export function* gatheredVisits(points: Points): Generator<undefined, Visits> {
  const persons = personsOf(points);
  const pairs = yield* countPlaces(points, persons);
  const personOf = new Int32Array(pairs.place.length);
  for (let person = 0; person < persons; person += 1)
    personOf.fill(person, pairs.starts[person], pairs.starts[person + 1]);
  return {
    points,
    persons,
    ...pairs,
    personOf,
    ...(yield* byPlace(points.places, pairs.place)),
    ...(yield* positionsOf(points, pairs)),
  };
}

/** The pair of a person and a place, or -1 where that person was never there. */
export function pairOf(visits: Visits, person: number, place: number): number {
  let low = visits.starts[person] ?? 0;
  let high = visits.starts[person + 1] ?? 0;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((visits.place[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low < end && visits.place[low] === place ? low : -1;
}

function* countPlaces(points: Points, persons: number): Generator<undefined, Pairs> {
  const times = new Int32Array(points.places);
  const starts = new Int32Array(persons + 1);
  const place: number[] = [];
  const count: number[] = [];
  for (let person = 0; person < persons; person += 1) {
    const seen: number[] = [];
    for (let row = firstRow(points, person); row < firstRow(points, person + 1); row += 1) {
      const where = points.place[row] ?? 0;
      if (times[where] === 0) seen.push(where);
      countUp(times, where);
    }
    for (const where of seen.toSorted((a, b) => a - b)) {
      place.push(where);
      count.push(times[where] ?? 0);
      times[where] = 0;
    }
    starts[person + 1] = place.length;
    if (person % personsPerStep === 0) yield;
  }
  return { starts, place: Int32Array.from(place), count: Int32Array.from(count) };
}

function* byPlace(
  places: number,
  place: Int32Array,
): Generator<undefined, Pick<Visits, 'placeStarts' | 'pairsAt'>> {
  const placeStarts = new Int32Array(places + 1);
  for (const where of place) countUp(placeStarts, where + 1);
  runningSums(placeStarts);
  const next = placeStarts.slice();
  const pairsAt = new Int32Array(place.length);
  for (const [pair, where] of place.entries()) {
    pairsAt[next[where] ?? 0] = pair;
    countUp(next, where);
    if (pair % pairsPerStep === 0) yield;
  }
  return { placeStarts, pairsAt };
}

function* positionsOf(
  points: Points,
  pairs: Pairs,
): Generator<undefined, Pick<Visits, 'positionStarts' | 'positions'>> {
  const positionStarts = new Int32Array(pairs.place.length + 1);
  positionStarts.set(pairs.count, 1);
  runningSums(positionStarts);
  const next = positionStarts.slice();
  const positions = new Int32Array(points.place.length);
  const pairAt = new Int32Array(points.places);
  const place = (person: number): void => {
    const end = pairs.starts[person + 1] ?? 0;
    for (let pair = pairs.starts[person] ?? 0; pair < end; pair += 1) pairAt[pairs.place[pair] ?? 0] = pair;
    const first = firstRow(points, person);
    for (let row = first; row < firstRow(points, person + 1); row += 1) {
      const pair = pairAt[points.place[row] ?? 0] ?? 0;
      positions[next[pair] ?? 0] = row - first;
      countUp(next, pair);
    }
  };
  for (let person = 0; person < personsOf(points); person += 1) {
    place(person);
    if (person % personsPerStep === 0) yield;
  }
  return { positionStarts, positions };
}
