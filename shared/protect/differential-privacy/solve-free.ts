import { leastSquares } from './least-squares.ts';
import { leavesOf, sumUp, type Measured, type Tree } from './tree.ts';

/**
 * The nearest fit in which the leaves of `fixed` are 0. Where it would turn free leaves negative, walks from `start` (which
 * adds up and has no negatives) only as far as the first of them reaches 0, adds it to `fixed`, and solves again.
 */
export function solveFree(
  tree: Tree,
  measured: Measured,
  start: Float64Array,
  fixed: Set<number>,
): Float64Array<ArrayBuffer> {
  const fit = start.slice();
  const leaves = leavesOf(tree);
  for (;;) {
    const goal = leastSquares(tree, measured, fixed);
    const free = leaves.filter((leaf) => !fixed.has(leaf));
    const negative = free.filter((leaf) => at(goal, leaf) <= 0);
    const way = Math.min(1, ...negative.map((leaf) => wayToZero(at(fit, leaf), at(goal, leaf))));
    for (const leaf of free) fit[leaf] = at(fit, leaf) + way * (at(goal, leaf) - at(fit, leaf));
    for (const leaf of negative.filter((one) => at(fit, one) <= 1e-12 * Math.abs(at(goal, one)))) {
      fit[leaf] = 0;
      fixed.add(leaf);
    }
    sumUp(tree, fit);
    if (negative.length === 0) return fit;
  }
}

/** The share of the way from a value of 0 or more to a goal of 0 or less at which 0 is reached. */
function wayToZero(from: number, goal: number): number {
  return from === 0 ? 0 : from / (from - goal);
}

function at(column: Float64Array, node: number): number {
  return column[node] ?? 0;
}
