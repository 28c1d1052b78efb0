/**
 * The point nearest to `values` (Euclid) among those that are nowhere negative and sum to `total`.
 * Held, Wolfe and Crowder 1974; `total` is 0 or more.
 */
export function projectOnTotal(values: Float64Array, total: number): Float64Array {
  if (total <= 0) return new Float64Array(values.length);
  const falling = values.toSorted().toReversed();
  let [sum, shift] = [0, 0];
  for (let at = 0; at < falling.length; at++) {
    sum += falling[at] ?? 0;
    const candidate = (sum - total) / (at + 1);
    if ((falling[at] ?? 0) > candidate) shift = candidate;
  }
  return values.map((value) => Math.max(value - shift, 0));
}

/** Whole numbers near `values` that sum to `total`: all rounded down, then the largest remainders up; ties to the first. */
export function largestRemainder(values: Float64Array, total: number): Int32Array {
  const whole = Int32Array.from(values, Math.floor);
  const left = Math.round(total) - whole.reduce((sum, value) => sum + value, 0);
  if (left <= 0) return whole;
  const rest = (at: number): number => (values[at] ?? 0) - (whole[at] ?? 0);
  const order = Uint32Array.from(values, (_, at) => at).toSorted((a, b) => rest(b) - rest(a) || a - b);
  for (let up = 0; up < left; up++) {
    const at = order[up % order.length] ?? 0;
    whole[at] = (whole[at] ?? 0) + 1;
  }
  return whole;
}
