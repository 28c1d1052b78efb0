import { addTimes, dot, solveDefinite } from './cholesky.ts';

/** Share of the covariances that is taken for chance: the best of 0.1 to 0.6 on trial populations, with and without thresholds. */
const chance = 0.6;

/**
 * Weights of cells that vary together: the direction that tells two normal clouds apart best (Fisher's discriminant), where
 * covariances come from few samples and are therefore shrunk to their diagonal. `samples` are rows of one value a cell, with mean 0 in
 * each cell; `shift` is how far the second cloud lies from the first. The inverse goes through a matrix as large as there
 * are samples (Woodbury's identity), so the cost grows with the cells only once.
 */
export function jointWeights(samples: readonly Float64Array[], shift: Float64Array): Float64Array {
  const cells = shift.length;
  const diagonal = diagonalOf(samples, cells);
  const roots = diagonal.map(Math.sqrt);
  const rows = samples.map((row) =>
    row.map((value, c) => value / Math.sqrt(samples.length) / (roots[c] ?? 1)),
  );
  const scaledShift = shift.map((value, c) => value / (roots[c] ?? 1));
  const inner = rows.map((row, i) => {
    const products = new Float64Array(rows.length);
    for (let j = 0; j <= i; j += 1) products[j] = dot(row, rows[j] ?? row, cells);
    products[i] = (products[i] ?? 0) + 1 / (1 - chance);
    return products;
  });
  const solved = Float64Array.from(rows, (row) => dot(row, scaledShift, cells));
  solveDefinite(inner, solved);
  for (const [i, row] of rows.entries()) addTimes(scaledShift, row, -(solved[i] ?? 0), cells);
  return scaledShift.map((value, c) => value / (roots[c] ?? 1));
}

/** The part of the variances that counts as each cell's own. */
function diagonalOf(samples: readonly Float64Array[], cells: number): Float64Array {
  const own = new Float64Array(cells).fill(1e-9);
  for (const row of samples)
    for (let c = 0; c < cells; c += 1)
      own[c] = (own[c] ?? 0) + (chance * (row[c] ?? 0) ** 2) / samples.length;
  return own;
}
