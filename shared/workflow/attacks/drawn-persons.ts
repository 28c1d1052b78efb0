import { seededRandom } from '../../attacks/random.ts';
import { shuffled } from '../../attacks/shuffled.ts';

/** Most persons whose groups are gathered: with five hourly tables by age and gender they take about 100 MB. */
const mostPersons = 10_000;

/** The persons of a release on whom attacks are tried. */
export interface DrawnPersons {
  /** A number from 0 for each person that is drawn, -1 for all others. */
  readonly numbers: Int32Array;
  readonly drawn: number;
  /** How many of them were to come first: they bear the numbers below. */
  readonly first: number;
  /** Persons counted in the release, drawn or not. */
  readonly counted: number;
}

/** Draws persons with a class, those marked in `first` before all others; the same ones for the same seed. */
export function drawnPersons(classOfPerson: Int32Array, seed: string, first?: Uint8Array): DrawnPersons {
  const all = Int32Array.from(classOfPerson, (_, person) => person).filter(
    (person) => (classOfPerson[person] ?? -1) >= 0,
  );
  const numbers = new Int32Array(classOfPerson.length).fill(-1);
  const order = shuffled(all.length, seededRandom(seed, 'persons of the attacks'));
  const isFirst = (at: number): boolean => first?.[all[at] ?? 0] === 1;
  const before = order.filter(isFirst);
  const chosen = [...before, ...order.filter((at) => !isFirst(at))].slice(0, mostPersons);
  chosen.forEach((at, number) => {
    numbers[all[at] ?? 0] = number;
  });
  return { numbers, first: before.length, drawn: chosen.length, counted: all.length };
}
