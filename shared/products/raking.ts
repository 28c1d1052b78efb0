import { Refusal } from '../base/failure.ts';

/** Known totals over one dimension of a table: entry i of the table is in category `categoryOf[i]`, -1 for none. */
export interface Margin {
  /** Name of the dimension for messages, such as `zone`. */
  readonly name: string;
  readonly labels: readonly string[];
  readonly categoryOf: Int32Array;
  /** What the entries of each category must add up to, 0 or more, in the order of `labels`. */
  readonly totals: Float64Array;
}

/** When to stop: after so many rounds over all margins, or once no total is missed by more than `tolerance` of itself. */
export interface RakingLimits {
  readonly maximumRounds: number;
  readonly tolerance: number;
}

export const defaultRakingLimits: RakingLimits = { maximumRounds: 1000, tolerance: 1e-9 };

/** A table brought to its margins; `worstGap` is the largest relative miss of a total after the last round. */
export interface Raked {
  readonly fitted: Float64Array;
  readonly rounds: number;
  readonly worstGap: number;
  readonly converged: boolean;
}

/**
 * Iterative proportional fitting (raking; Deming and Stephan 1940): scales the entries of `seed` to each margin in turn
 * until all hold. Odds ratios of the seed are kept and its zeros stay. Refuses margins with different grand totals
 * (`raking-totals`) and a category with a total but nobody in the seed (`raking-nobody`). Where the zeros of the seed make the
 * margins unreachable it ends with `converged` false.
 */
export function rake(
  seed: Float64Array,
  margins: readonly Margin[],
  limits: RakingLimits = defaultRakingLimits,
): Raked {
  if (!seed.every((value) => value >= 0 && Number.isFinite(value)))
    throw new Error('a seed of raking is 0 or more and finite everywhere');
  checkGrandTotals(margins);
  const fitted = seed.slice();
  for (const margin of margins) checkEverybodyReachable(fitted, margin);
  let rounds = 0;
  let worstGap = worst(fitted, margins);
  while (worstGap > limits.tolerance && rounds < limits.maximumRounds) {
    for (const margin of margins) scaleTo(fitted, margin);
    rounds++;
    worstGap = worst(fitted, margins);
  }
  return { fitted, rounds, worstGap, converged: worstGap <= limits.tolerance };
}

function scaleTo(fitted: Float64Array, margin: Margin): void {
  const sums = sumsOf(fitted, margin);
  const factors = sums.map((sum, i) => (sum > 0 ? (margin.totals[i] ?? 0) / sum : 0));
  margin.categoryOf.forEach((category, i) => {
    if (category >= 0) fitted[i] = (fitted[i] ?? 0) * (factors[category] ?? 0);
  });
}

function sumsOf(values: Float64Array, { categoryOf, totals }: Margin): Float64Array {
  const sums = new Float64Array(totals.length);
  categoryOf.forEach((category, i) => {
    if (category >= 0) sums[category] = (sums[category] ?? 0) + (values[i] ?? 0);
  });
  return sums;
}

function worst(fitted: Float64Array, margins: readonly Margin[]): number {
  return margins.reduce((most, margin) => {
    const sums = sumsOf(fitted, margin);
    return margin.totals.reduce((gap, total, i) => {
      const miss = Math.abs((sums[i] ?? 0) - total);
      return Math.max(gap, total > 0 ? miss / total : miss);
    }, most);
  }, 0);
}

function checkGrandTotals(margins: readonly Margin[]): void {
  const grand = margins.map(({ totals }) => totals.reduce((sum, total) => sum + total, 0));
  const [first = 0] = grand;
  const at = grand.findIndex((total) => Math.abs(total - first) > 1e-9 * first);
  if (at < 0) return;
  const [one, other] = [margins[0]?.name ?? '', margins[at]?.name ?? ''];
  throw new Refusal(
    'raking-totals',
    `The population by ${one} adds up to ${first}, by ${other} to ${grand[at]}: correct the population file.`,
    { one, other, total: first, otherTotal: grand[at] ?? 0 },
  );
}

function checkEverybodyReachable(seed: Float64Array, margin: Margin): void {
  const sums = sumsOf(seed, margin);
  const at = margin.totals.findIndex((total, i) => total > 0 && !((sums[i] ?? 0) > 0));
  if (at < 0) return;
  const category = margin.labels[at] ?? `${at}`;
  throw new Refusal(
    'raking-nobody',
    `Nobody in the extract has ${margin.name} ${category}, so its ${margin.totals[at]} inhabitants cannot be reached: ` +
      'use coarser zones or bands, or leave extrapolation out.',
    { dimension: margin.name, category, persons: margin.totals[at] ?? 0 },
  );
}
