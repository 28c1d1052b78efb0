import type { LinearSystem } from '../../audit/linear-system.ts';

/**
 * A part of a release that stands for itself, such as one block of tables: what a reader knows, the true number of each variable (for
 * scoring only), and which variables are atoms, 1 for those that are no sum of others. Variables with one value belong to it like others.
 * `noiseVariance`: of each figure that stands as a row with one value, where the release is noisy; 0 or absent where rows are exact.
 */
export interface AtomSystem {
  readonly system: LinearSystem;
  readonly truth: Float64Array;
  readonly isAtom: Uint8Array;
  readonly noiseVariance?: number;
}

/** What is left for a reader who sees sums only: atoms are 0 or more, and rows on a single atom say nothing. */
export function marginsOnly({ system, isAtom }: AtomSystem): LinearSystem {
  const rowLow = system.rowLow.slice();
  const rowHigh = system.rowHigh.slice();
  for (let row = 0; row < rowLow.length; row += 1) {
    const start = system.rowStarts[row] ?? 0;
    if ((system.rowStarts[row + 1] ?? 0) - start !== 1 || isAtom[system.variable[start] ?? 0] !== 1) continue;
    rowLow[row] = -Infinity;
    rowHigh[row] = Infinity;
  }
  return {
    ...system,
    low: system.low.map((low, v) => (isAtom[v] === 1 ? 0 : low)),
    high: system.high.map((high, v) => (isAtom[v] === 1 ? Infinity : high)),
    rowLow,
    rowHigh,
  };
}
