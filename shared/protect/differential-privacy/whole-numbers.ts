import type { Tree } from './tree.ts';

/** Differences from a whole number below this come from floating point. */
const blur = 1e-9;

/**
 * Whole numbers from `values` (0 or more, adding up to about `total`) that add up to the whole number `total`: each rounded
 * down, and what is missing given to the largest remainders, ties to the earlier value.
 */
export function largestRemainder(values: Float64Array, total: number): Float64Array {
  const whole = values.map((value) => Math.max(0, Math.floor(value + blur)));
  let missing = total - whole.reduce((sum, value) => sum + value, 0);
  if (missing === 0) return whole;
  const remainder = (at: number): number => (values[at] ?? 0) - (whole[at] ?? 0);
  const order = [...values.keys()].toSorted((a, b) => remainder(b) - remainder(a) || a - b);
  if (missing < 0 || missing > order.length)
    throw new Error('values to be rounded do not add up to their total');
  for (const at of order) {
    if (missing === 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    missing--;
  }
  return whole;
}

/** Whole numbers from a fit that adds up over a tree: the root to the nearest, then largest remainders inside each parent. */
export function wholeTree({ parent }: Tree, fit: Float64Array): Float64Array {
  const children = new Map<number, number[]>();
  parent.forEach((above, node) => {
    const known = children.get(above);
    if (known) known.push(node);
    else children.set(above, [node]);
  });
  const whole = fit.map((value) => Math.floor(value + 0.5));
  for (const [above, nodes] of children) {
    if (above < 0) continue;
    const parts = largestRemainder(
      Float64Array.from(nodes, (node) => fit[node] ?? 0),
      whole[above] ?? 0,
    );
    nodes.forEach((node, i) => (whole[node] = parts[i] ?? 0));
  }
  return whole;
}

/**
 * The values without negatives that add up to `total` (0 or more) and lie nearest to `values`: the same amount taken from
 * each, those it would make negative held at 0.
 */
export function nearestWithTotal(values: Float64Array, total: number): Float64Array {
  if (total === 0) return new Float64Array(values.length);
  const falling = [...values].toSorted((a, b) => b - a);
  let sum = 0;
  let taken = 0;
  falling.forEach((value, i) => {
    sum += value;
    const each = (sum - total) / (i + 1);
    if (value > each) taken = each;
  });
  return values.map((value) => Math.max(0, value - taken));
}
