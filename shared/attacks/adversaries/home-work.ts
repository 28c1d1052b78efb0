import type { Visits } from './visits.ts';

/**
 * For each person, how many have the same two most visited places (in any order); 0 without visits. Ties go to the lower place
 * number. Somebody with one place is matched by all who have it among their two.
 */
export function homeWorkMatches(visits: Visits): Int32Array {
  const two = Array.from({ length: visits.persons }, (_, person) => twoMostVisited(visits, person));
  const withBoth = new Map<string, number>();
  const withOne = new Map<number, number>();
  for (const places of two) {
    withBoth.set(places.join(' '), (withBoth.get(places.join(' ')) ?? 0) + 1);
    for (const place of places) withOne.set(place, (withOne.get(place) ?? 0) + 1);
  }
  return Int32Array.from(two, (places) => {
    const [only] = places;
    if (only === undefined) return 0;
    return (places.length === 1 ? withOne.get(only) : withBoth.get(places.join(' '))) ?? 0;
  });
}

function twoMostVisited(visits: Visits, person: number): readonly number[] {
  let [home, work] = [-1, -1];
  const countOf = (pair: number): number => (pair < 0 ? 0 : (visits.count[pair] ?? 0));
  for (let pair = visits.starts[person] ?? 0; pair < (visits.starts[person + 1] ?? 0); pair += 1) {
    if (countOf(pair) > countOf(home)) [home, work] = [pair, home];
    else if (countOf(pair) > countOf(work)) work = pair;
  }
  return [home, work]
    .filter((pair) => pair >= 0)
    .map((pair) => visits.place[pair] ?? 0)
    .toSorted((a, b) => a - b);
}
