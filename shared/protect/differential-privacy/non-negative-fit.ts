import { solveFree } from './solve-free.ts';
import { leavesOf, type Measured, type Tree } from './tree.ts';

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
    fit = solveFree(tree, measured, fit, fixed);
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
