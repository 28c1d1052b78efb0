import type { Adversary, Knowledge } from './adversary.ts';
import { isWithin, knowPlaces } from './know-places.ts';
import { pairOf, type Visits } from './visits.ts';

/** Places with how often, relative to the most visited of the places known: each person's own counts at those places decide. */
export function knowProportions(visits: Visits, person: number, adversary: Adversary): Knowledge {
  const { sets, first } = knowPlaces(visits, person, adversary);
  const start = visits.starts[person] ?? 0;
  const countOf = (pair: number): number => visits.count[pair] ?? 0;
  return {
    sets,
    first,
    isMatch: (other, instance) => {
      const known = instance.map((thing) => countOf(start + thing));
      const own = instance.map((thing) => countOf(pairOf(visits, other, visits.place[start + thing] ?? 0)));
      const most = Math.max(...known);
      const ownMost = Math.max(...own);
      return known.every((count, i) => isWithin([count, most], [own[i] ?? 0, ownMost], adversary.tolerance));
    },
  };
}
