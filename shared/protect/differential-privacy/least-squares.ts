import type { Measured, Tree } from './tree.ts';

/**
 * The values that add up over the tree and lie nearest to the measured ones, squared distances weighted by 1 / variance: exact
 * for trees, one pass up and one down. Leaves in `fixed` are held at 0. Values may be negative.
 */
export function leastSquares(
  tree: Tree,
  measured: Measured,
  fixed: ReadonlySet<number> = new Set(),
): Float64Array {
  const { estimate, variance, below, varianceBelow } = combined(tree, measured, fixed);
  const fit = estimate.slice();
  tree.parent.forEach((above, node) => {
    if (above < 0 || at(varianceBelow, above) === 0) return;
    const gap = at(fit, above) - at(below, above);
    fit[node] = at(estimate, node) + (gap * at(variance, node)) / at(varianceBelow, above);
  });
  return fit;
}

/** Going up: each node's best estimate from what is measured at and below it, and the sums over its children. */
function combined(
  { parent }: Tree,
  measured: Measured,
  fixed: ReadonlySet<number>,
): {
  readonly estimate: Float64Array;
  readonly variance: Float64Array;
  readonly below: Float64Array;
  readonly varianceBelow: Float64Array;
} {
  const inner = new Set(parent);
  const estimate = new Float64Array(parent.length);
  const variance = new Float64Array(parent.length);
  const below = new Float64Array(parent.length);
  const varianceBelow = new Float64Array(parent.length);
  for (let node = parent.length - 1; node >= 0; node--) {
    const own = fixed.has(node)
      ? zero
      : { value: at(measured.value, node), variance: at(measured.variance, node) };
    const sum = { value: at(below, node), variance: at(varianceBelow, node) };
    const best = inner.has(node) ? weighted(own, sum) : own;
    estimate[node] = best.value;
    variance[node] = best.variance;
    const above = at(parent, node);
    if (above < 0) continue;
    below[above] = at(below, above) + best.value;
    varianceBelow[above] = at(varianceBelow, above) + best.variance;
  }
  return { estimate, variance, below, varianceBelow };
}

const zero: Estimate = { value: 0, variance: 0 };

function at(column: Float64Array | Int32Array, node: number): number {
  return column[node] ?? 0;
}

interface Estimate {
  readonly value: number;
  readonly variance: number;
}

function weighted(own: Estimate, sum: Estimate): Estimate {
  if (own.variance === Infinity || sum.variance === 0) return sum;
  const whole = own.variance + sum.variance;
  return {
    value: (own.value * sum.variance + sum.value * own.variance) / whole,
    variance: (own.variance * sum.variance) / whole,
  };
}
