import type { CountRule } from '../count-rule.ts';
import type { ReplayedRandom } from './replayed-random.ts';

/**
 * What the attacker learned about pairs of a target and one of its groups ("cells"), numbered target after target: what a figure
 * looks like in groups of people without the target and with it.
 */
export interface CellTallies {
  readonly tries: Float64Array;
  readonly shown: readonly [Float64Array, Float64Array];
  readonly sum: readonly [Float64Array, Float64Array];
  readonly squares: readonly [Float64Array, Float64Array];
}

/** How much each cell says: logarithms of likelihood ratios, target in against target out. */
export interface CellEvidence {
  /** Evidence of a figure y: `shown + weight * (y - centre)`. */
  readonly shown: Float64Array;
  readonly weight: Float64Array;
  readonly centre: Float64Array;
  /** Evidence of a hidden figure. */
  readonly hidden: Float64Array;
}

/** Tries of the noise for each group of people. */
const triesPerCount = 4;

/** Persons squared: figures that stayed the same in 60 groups of people may still move once in 20, and must not decide everything. */
const leastVariance = 0.05;

/** Nothing learned yet about so many cells. */
export function emptyTallies(cells: number): CellTallies {
  const zeros = (): Float64Array => new Float64Array(cells);
  return {
    tries: zeros(),
    shown: [zeros(), zeros()],
    sum: [zeros(), zeros()],
    squares: [zeros(), zeros()],
  };
}

/** A cell and its persons without and with the target. */
export interface SeenCell {
  readonly cell: number;
  readonly group: number;
  readonly without: number;
  readonly having: number;
}

/** Adds one group of people to a cell; returns its first figures without and with the target. */
export function learnCell(
  tallies: CellTallies,
  { cell, group, without, having }: SeenCell,
  rule: CountRule,
  random: ReplayedRandom,
): readonly [number, number] {
  let first: readonly [number, number] = [Number.NaN, Number.NaN];
  for (let attempt = 0; attempt < triesPerCount; attempt += 1) {
    random.forget();
    const out = rule(group, without, random);
    random.rewind();
    const inside = rule(group, having, random);
    if (attempt === 0) first = [out, inside];
    add(tallies.tries, cell, 1);
    tallyFigure(tallies, 0, cell, out);
    tallyFigure(tallies, 1, cell, inside);
  }
  return first;
}

function tallyFigure({ shown, sum, squares }: CellTallies, side: 0 | 1, cell: number, figure: number): void {
  if (Number.isNaN(figure)) return;
  add(shown[side], cell, 1);
  add(sum[side], cell, figure);
  add(squares[side], cell, figure * figure);
}

function add(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] ?? 0) + value;
}

/**
 * Turns what was learned into evidence, cell by cell as if they were independent. Shown figures count as normal with one variance v, and
 * the target moves their mean by d: evidence d / v a person. Being hidden counts by how much oftener it happens with the target
 * than without (half a case is added on each side against zeros).
 */
export function evidenceOf(tallies: CellTallies): CellEvidence {
  const cells = tallies.tries.length;
  const evidence: CellEvidence = {
    shown: new Float64Array(cells),
    weight: new Float64Array(cells),
    centre: new Float64Array(cells),
    hidden: new Float64Array(cells),
  };
  for (let cell = 0; cell < cells; cell += 1) {
    const tries = tallies.tries[cell] ?? 0;
    const [without, having] = [tallies.shown[0][cell] ?? 0, tallies.shown[1][cell] ?? 0];
    evidence.shown[cell] = Math.log((having + 0.5) / (without + 0.5));
    evidence.hidden[cell] = Math.log((tries - having + 0.5) / (tries - without + 0.5));
    if (without === 0 || having === 0) continue;
    const [low, high] = [meanOf(tallies, 0, cell), meanOf(tallies, 1, cell)];
    const variance = (low.variance + high.variance) / 2 + leastVariance;
    evidence.weight[cell] = (high.mean - low.mean) / variance;
    evidence.centre[cell] = (low.mean + high.mean) / 2;
  }
  return evidence;
}

function meanOf(
  { shown, sum, squares }: CellTallies,
  side: 0 | 1,
  cell: number,
): { readonly mean: number; readonly variance: number } {
  const count = shown[side][cell] ?? 0;
  const mean = (sum[side][cell] ?? 0) / count;
  return { mean, variance: Math.max(0, (squares[side][cell] ?? 0) / count - mean * mean) };
}

/** Evidence of one figure (`NaN` where hidden). */
export function evidenceIn(
  { shown, weight, centre, hidden }: CellEvidence,
  cell: number,
  figure: number,
): number {
  if (Number.isNaN(figure)) return hidden[cell] ?? 0;
  return (shown[cell] ?? 0) + (weight[cell] ?? 0) * (figure - (centre[cell] ?? 0));
}
