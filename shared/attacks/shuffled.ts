import type { SeededRandom } from './random.ts';

/** The whole numbers from 0 to `length` - 1 in an order drawn at random (Fisher and Yates; Durstenfeld 1964). */
export function shuffled(length: number, random: SeededRandom): Uint32Array {
  const order = Uint32Array.from({ length }, (_, at) => at);
  for (let last = length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
