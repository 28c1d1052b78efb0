import { firstRow, type Points } from '../points.ts';
import type { SeededRandom } from '../random.ts';

/** Rows of up to `most` different points of a person, drawn at random: whoever knows fewer knows the first of them. */
export function knownPoints(points: Points, person: number, most: number, random: SeededRandom): Int32Array {
  const rows = new Map<string, number>();
  for (let row = firstRow(points, person); row < firstRow(points, person + 1); row += 1)
    rows.set(`${points.slot[row]} ${points.place[row]}`, row);
  const drawn = [...rows.values()];
  const length = Math.min(most, drawn.length);
  for (let i = 0; i < length; i += 1) {
    const other = i + random.below(drawn.length - i);
    [drawn[i], drawn[other]] = [drawn[other] ?? 0, drawn[i] ?? 0];
  }
  return Int32Array.from(drawn.slice(0, length));
}
