import type { LinearSystem } from '../../audit/linear-system.ts';
import { marginsOnly, type AtomSystem } from './atom-system.ts';
import { leastSquares } from './least-squares.ts';

/** Whole numbers for all variables, from sums only and from everything that is published. */
export interface Rebuilt {
  readonly fromMargins: Float64Array;
  readonly fromRelease: Float64Array;
}

/**
 * Rebuilds the numbers behind a part of a release. First from the sums, starting with nobody anywhere; then from all figures,
 * starting there. Noisy figures are weighed against that start: a number of persons strays from the fit to its sums by about the
 * root of it, a figure by the root of the noise.
 */
export function* rebuild(atoms: AtomSystem): Generator<undefined, Rebuilt> {
  const { system, noiseVariance = 0 } = atoms;
  const nowhere = new Float64Array(system.low.length);
  const sums = marginsOnly(atoms);
  const fit = yield* leastSquares(sums, { centre: nowhere, hold: nowhere });
  const hold = fit.map((x) => noiseVariance / (x + 1));
  const found = yield* leastSquares(system, { centre: fit, hold });
  return { fromMargins: rounded(sums, fit), fromRelease: rounded(system, found) };
}

function rounded({ low, high }: LinearSystem, point: Float64Array): Float64Array {
  return point.map((x, v) =>
    Math.min(Math.max(Math.floor(x + 0.5), 0, Math.ceil(low[v] ?? 0)), Math.floor(high[v] ?? Infinity)),
  );
}
