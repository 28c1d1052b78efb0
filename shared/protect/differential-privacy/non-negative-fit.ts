import { leastSquares } from './least-squares.ts';
import { leavesOf, sumUp, type Measured, type Tree } from './tree.ts';

/**
 * The values without negatives that add up over the tree and lie nearest to the measured ones (weights 1 / variance): active
 * set after Lawson and Hanson, starting with every leaf at 0. Every step is free of negatives and adds up; the last is
 * the nearest, to about ten digits.
 */
export function nonNegativeFit(tree: Tree, measured: Measured): Float64Array {
  const leaves = leavesOf(tree);
  const fixed = new Set(leaves);
  let fit = new Float64Array(tree.parent.length);
  for (let step = 0; step < 4 * leaves.length; step++) {
    const pulled = mostPulled(tree, measured, fit, fixed);
    if (pulled === undefined) break;
    fixed.delete(pulled);
    fit = settled(tree, measured, fit, fixed);
  }
  return fit;
}

/** The leaf at 0 whose growth brings the fit nearer by most; undefined where none does. */
function mostPulled(
  { parent }: Tree,
  { value, variance }: Measured,
  fit: Float64Array,
  fixed: ReadonlySet<number>,
): number | undefined {
  const pull = new Float64Array(parent.length);
  let largest = 0;
  parent.forEach((above, node) => {
    const own = ((value[node] ?? 0) - (fit[node] ?? 0)) / (variance[node] ?? Infinity);
    pull[node] = (above < 0 ? 0 : (pull[above] ?? 0)) + own;
    largest = Math.max(largest, Math.abs((value[node] ?? 0) / (variance[node] ?? Infinity)));
  });
  let best: number | undefined;
  for (const leaf of fixed) {
    if ((pull[leaf] ?? 0) > Math.max(largest * 1e-10, best === undefined ? 0 : (pull[best] ?? 0)))
      best = leaf;
  }
  return best;
}

/** Solves for the free leaves, walking back to the first that would turn negative and fixing it at 0, until none does. */
function settled(
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
