import type { District } from './districts.ts';
import { distance } from './plane.ts';
import { drawBelow, type Stream } from './random.ts';

/** For each district of departure, running totals of how much every district draws. */
export type Gravity = readonly Float64Array[];

/** Weights fall with the square of the distance beyond `nearMetres`; whole numbers, so that sums are exact. */
export function gravityOf(
  districts: readonly District[],
  weight: (district: District) => number,
  nearMetres: number,
): Gravity {
  return districts.map((from) =>
    runningTotals(
      districts.map((to) => {
        const away = distance(from.centre, to.centre) + nearMetres;
        return Math.floor((weight(to) * 1e10) / (away * away));
      }),
    ),
  );
}

/** Running totals of weights. */
export function runningTotals(weights: readonly number[]): Float64Array {
  const totals = new Float64Array(weights.length);
  let sum = 0;
  for (const [i, weight] of weights.entries()) totals[i] = sum += weight;
  return totals;
}

/** Draws an index in proportion to the weights behind `totals`, with number `index` of a stream. */
export function drawByWeight(totals: Float64Array, from: Stream, index: number): number {
  const sum = totals.at(-1) ?? 0;
  const target = Math.floor((sum / 65_536) * drawBelow(from, index, 65_536));
  let i = 0;
  while (i < totals.length - 1 && (totals[i] ?? 0) <= target) i++;
  return i;
}
