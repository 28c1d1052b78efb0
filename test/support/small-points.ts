import type { Points } from '../../shared/attacks/points.ts';
import { seededRandom } from '../../shared/attacks/random.ts';

/** Points from one list of [place, slot] for each person. */
export function pointsOf(
  places: number,
  people: readonly (readonly (readonly [number, number])[])[],
): Points {
  const starts = new Int32Array(people.length + 1);
  people.forEach((own, person) => (starts[person + 1] = (starts[person] ?? 0) + own.length));
  return {
    places,
    starts,
    place: Int32Array.from(people.flat(), ([place]) => place),
    slot: Int32Array.from(people.flat(), ([, slot]) => slot),
  };
}

/** So many persons with up to `most` visits each (some with none), in the order of time, repeats included. */
export function randomPeople(
  seed: string,
  { persons, most, places, slots }: Readonly<Record<'persons' | 'most' | 'places' | 'slots', number>>,
): [number, number][][] {
  const random = seededRandom(seed, 'people of a test');
  return Array.from({ length: persons }, () =>
    Array.from({ length: random.below(most + 1) }, (): [number, number] => [
      random.below(places),
      random.below(slots),
    ]).toSorted((a, b) => a[1] - b[1]),
  );
}
