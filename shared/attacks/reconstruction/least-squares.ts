import type { LinearSystem } from '../../audit/linear-system.ts';

/** Where the search starts, and how firmly each variable is held there (0: not at all). */
export interface Prior {
  readonly centre: Float64Array;
  readonly hold: Float64Array;
}

const mostIterations = 2000;
const smallestStep = 1e-5;
const workPerPause = 2_000_000;

/**
 * Numbers of 0 or more within their bounds that break the rows least, in the sum of squared distances to what each row allows, plus
 * `hold` times the squared distance to the centre. Projected gradient with momentum (Beck and Teboulle 2009) and restart, each
 * variable with the step of its separable majorant; where many solutions fit, one near the centre. Yields now and then.
 */
export function* leastSquares(system: LinearSystem, prior: Prior): Generator<undefined, Float64Array> {
  const step = stepsOf(system, prior.hold);
  let [point, ahead] = [bounded(system, prior.centre), bounded(system, prior.centre)];
  let momentum = 1;
  let work = 0;
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    const slope = slopeAt(system, prior, ahead);
    const next = bounded(
      system,
      ahead.map((x, v) => x - (step[v] ?? 0) * (slope[v] ?? 0)),
    );
    const moved = next.map((x, v) => x - (point[v] ?? 0));
    if (moved.every((change) => Math.abs(change) < smallestStep) && momentum === 1) return next;
    const isUphill = slope.reduce((sum, value, v) => sum + value * (moved[v] ?? 0), 0) > 0;
    const isStill = moved.every((change) => Math.abs(change) < smallestStep);
    const following = isUphill || isStill ? 1 : (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
    const share = following === 1 ? 0 : (momentum - 1) / following;
    ahead = next.map((x, v) => x + share * (moved[v] ?? 0));
    [point, momentum] = [next, following];
    work += system.variable.length + point.length;
    if (work > workPerPause) {
      yield;
      work = 0;
    }
  }
  return point;
}

function bounded({ low, high }: LinearSystem, point: Float64Array): Float64Array {
  return point.map((x, v) => Math.min(Math.max(x, 0, low[v] ?? 0), high[v] ?? Infinity));
}

/** Slope of half the sum of squares at a point. */
function slopeAt(system: LinearSystem, { centre, hold }: Prior, point: Float64Array): Float64Array {
  const slope = point.map((x, v) => (hold[v] ?? 0) * (x - (centre[v] ?? 0)));
  for (let row = 0; row < system.rowLow.length; row += 1) {
    const off = offBy(system, row, point);
    if (off === 0) continue;
    for (let i = system.rowStarts[row] ?? 0; i < (system.rowStarts[row + 1] ?? 0); i += 1)
      addTo(slope, system.variable[i] ?? 0, (system.coefficient[i] ?? 0) * off);
  }
  return slope;
}

/** By how much a row is above (or, negative, below) what it allows. */
function offBy(system: LinearSystem, row: number, point: Float64Array): number {
  let sum = 0;
  for (let i = system.rowStarts[row] ?? 0; i < (system.rowStarts[row + 1] ?? 0); i += 1)
    sum += (system.coefficient[i] ?? 0) * (point[system.variable[i] ?? 0] ?? 0);
  return sum - Math.min(Math.max(sum, system.rowLow[row] ?? 0), system.rowHigh[row] ?? 0);
}

/** One over the curvature that bounds each variable's: its coefficients times the sums of their rows. */
function stepsOf(system: LinearSystem, hold: Float64Array): Float64Array {
  const { rowStarts, variable, coefficient, rowLow, rowHigh } = system;
  const curvature = hold.slice();
  for (let row = 0; row < rowLow.length; row += 1) {
    if (rowLow[row] === -Infinity && rowHigh[row] === Infinity) continue;
    const [start, end] = [rowStarts[row] ?? 0, rowStarts[row + 1] ?? 0];
    const size = coefficient.subarray(start, end).reduce((sum, factor) => sum + Math.abs(factor), 0);
    for (let i = start; i < end; i += 1)
      addTo(curvature, variable[i] ?? 0, Math.abs(coefficient[i] ?? 0) * size);
  }
  return curvature.map((value) => (value > 0 ? 1 / value : 0));
}

function addTo(numbers: Float64Array, at: number, value: number): void {
  numbers[at] = (numbers[at] ?? 0) + value;
}
