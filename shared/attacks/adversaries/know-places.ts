import type { Adversary, Knowledge } from './adversary.ts';
import { addPerson, personSet, type PersonSet } from './person-set.ts';
import type { Visits } from './visits.ts';

/** What is known of a person who is known by places without order: one thing for each place, `location` also how often. */
export function knowPlaces(visits: Visits, person: number, adversary: Adversary): Knowledge {
  const sets: PersonSet[] = [];
  const first: number[] = [];
  for (let pair = visits.starts[person] ?? 0; pair < (visits.starts[person + 1] ?? 0); pair += 1) {
    const copies = adversary.kind === 'location' ? Math.min(adversary.known, visits.count[pair] ?? 0) : 1;
    const at = sets.length;
    for (let copy = 1; copy <= copies; copy += 1) {
      first.push(at);
      sets.push(personsAt(visits, visits.place[pair] ?? 0, matchOf(visits, pair, adversary, copy)));
    }
  }
  return { sets, first: Int32Array.from(first) };
}

/** Persons that were at a place and whose pair there is a match. */
export function personsAt(visits: Visits, place: number, isMatch: (pair: number) => boolean): PersonSet {
  const set = personSet(visits.persons);
  for (let i = visits.placeStarts[place] ?? 0; i < (visits.placeStarts[place + 1] ?? 0); i += 1) {
    const pair = visits.pairsAt[i] ?? 0;
    if (isMatch(pair)) addPerson(set, visits.personOf[pair] ?? 0);
  }
  return set;
}

/**
 * Whether `known / ofKnown` differs from another person's `own / ofOwn` by at most the tolerance times the latter. Multiplied out, so
 * that equal shares are equal; the billionth lets a limit such as a tenth be met in floating point.
 */
export function isWithin(
  [known, ofKnown]: readonly [number, number],
  [own, ofOwn]: readonly [number, number],
  tolerance: number,
): boolean {
  const theirs = own * ofKnown;
  return Math.abs(known * ofOwn - theirs) <= tolerance * theirs * (1 + 1e-9);
}

function matchOf(
  visits: Visits,
  own: number,
  { kind, tolerance }: Adversary,
  copy: number,
): (pair: number) => boolean {
  const { count, personOf, points } = visits;
  const known = count[own] ?? 0;
  const visitsOfPair = (pair: number): number => {
    const person = personOf[pair] ?? 0;
    return (points.starts[person + 1] ?? 0) - (points.starts[person] ?? 0);
  };
  if (kind === 'location') return (pair) => (count[pair] ?? 0) >= copy;
  if (kind === 'frequency') return (pair) => isWithin([known, 1], [count[pair] ?? 0, 1], tolerance);
  if (kind === 'probability') {
    const all = visitsOfPair(own);
    return (pair) => isWithin([known, all], [count[pair] ?? 0, visitsOfPair(pair)], tolerance);
  }
  return () => true;
}
