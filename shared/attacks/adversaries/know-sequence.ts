import { firstRow, type Points } from '../points.ts';
import type { Adversary, Knowledge } from './adversary.ts';
import { personsAt } from './know-places.ts';
import type { PersonSet } from './person-set.ts';
import { pairOf, type Visits } from './visits.ts';

/**
 * Places in order: others match if they have them in that order, with anything in between. Of a run of visits to one place as many
 * are things as the adversary knows; more cannot add an instance.
 */
export function knowSequence(visits: Visits, person: number, { known }: Adversary): Knowledge {
  const places = sequenceOf(visits.points, person, known);
  const setOf = new Map<number, PersonSet>();
  for (const place of places)
    if (!setOf.has(place))
      setOf.set(
        place,
        personsAt(visits, place, () => true),
      );
  return {
    sets: places.flatMap((place) => setOf.get(place) ?? []),
    first: Int32Array.from(places, (_, thing) => thing),
    label: Int32Array.from(places),
    isMatch: (other, instance) => {
      let after = -1;
      for (const thing of instance) {
        after = nextVisit(visits, pairOf(visits, other, places[thing] ?? 0), after);
        if (after < 0) return false;
      }
      return true;
    },
  };
}

function sequenceOf(points: Points, person: number, known: number): readonly number[] {
  const places: number[] = [];
  let run = 0;
  for (let row = firstRow(points, person); row < firstRow(points, person + 1); row += 1) {
    const where = points.place[row] ?? 0;
    run = where === places.at(-1) ? run + 1 : 1;
    if (run <= known) places.push(where);
  }
  return places;
}

/** Position of the first visit of a pair later than `after`, or -1. */
function nextVisit(visits: Visits, pair: number, after: number): number {
  if (pair < 0) return -1;
  let low = visits.positionStarts[pair] ?? 0;
  const end = visits.positionStarts[pair + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((visits.positions[middle] ?? 0) <= after) low = middle + 1;
    else high = middle;
  }
  return low < end ? (visits.positions[low] ?? -1) : -1;
}
