import { firstRow, personsOf, type Points } from './points.ts';
import type { SeededRandom } from './random.ts';

/** Up to `most` different persons with at least one row, ascending; all of them where there are no more. */
export function sampledPersons(points: Points, most: number, random: SeededRandom): Int32Array {
  const present = Int32Array.from({ length: personsOf(points) }, (_, person) => person).filter(
    (person) => firstRow(points, person + 1) > firstRow(points, person),
  );
  if (present.length <= most) return present;
  for (let i = 0; i < most; i += 1) {
    const other = i + random.below(present.length - i);
    const drawn = present[other] ?? 0;
    present[other] = present[i] ?? 0;
    present[i] = drawn;
  }
  return present.slice(0, most).toSorted();
}
