import type { SeededRandom } from '../../../shared/attacks/random.ts';

/** A draw of the normal distribution (Box and Muller). */
export function normalDraw(random: SeededRandom, mean: number, deviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random.uniform());
}
