import { Refusal } from '../../base/failure.ts';
import { maximumEntropy } from './maximum-entropy.ts';

/** What cell-key noise is drawn from. The first three are kept from recipients where the policy says so. */
export interface NoiseParameters {
  /** D: no figure moves by more than this many persons; a whole number from 1 to 30. */
  readonly maximumNoise: number;
  /** V: variance of the noise in persons squared. */
  readonly variance: number;
  /** js: figures 1 to this number never appear; 0 allows every figure; less than `maximumNoise`. */
  readonly largestForbidden: number;
  /** Whether probabilities may not fall towards "no noise" from below: for all rows, or row by row from count 1. */
  readonly monotone: boolean | readonly boolean[];
}

/** Noise for one true count: deviations ascending, how probable each is, and the variance reached. */
export interface NoiseRow {
  readonly deviations: readonly number[];
  readonly probabilities: readonly number[];
  readonly variance: number;
}

/** Rows for counts 1, 2, ...; the last one serves every larger count. Count 0 stays 0. */
export interface NoiseTable {
  readonly parameters: NoiseParameters;
  readonly rows: readonly NoiseRow[];
  /** Counts whose row cannot have the variance asked for, and the variance it has instead: the largest entropy allows no more. */
  readonly shortOfVariance: readonly { readonly count: number; readonly variance: number }[];
}

/** Parameter sets of the European Statistical System's guidelines for grids (2024): variant I is the weaker one. */
export const noiseVariants = {
  essI: { maximumNoise: 4, variance: 1.8, largestForbidden: 1, monotone: true },
  essII: { maximumNoise: 6, variance: 2.5, largestForbidden: 2, monotone: true },
} as const satisfies Readonly<Record<string, NoiseParameters>>;

/** How many rows a table has: from there on rows repeat, because neither 0 nor a forbidden figure is in reach. */
export function noiseRowCount({ maximumNoise, largestForbidden }: NoiseParameters): number {
  return largestForbidden === 0 ? maximumNoise : maximumNoise + largestForbidden + 1;
}

/**
 * The perturbation table of the cell key method: per true count the distribution of noise with mean 0, variance at most V
 * (and equal to it unless `shortOfVariance` says so), no deviation beyond D, no figure below 0 or forbidden, and otherwise
 * the largest entropy (Giessing 2016; the R package ptable). Refuses parameters no table can have (`noise-parameters`).
 */
export function noiseTable(parameters: NoiseParameters): NoiseTable {
  check(parameters);
  const { variance, monotone } = parameters;
  const rows = Array.from({ length: noiseRowCount(parameters) }, (_, i) => {
    const deviations = deviationsOf(i + 1, parameters);
    const rises = typeof monotone === 'boolean' ? monotone : (monotone[i] ?? true);
    const probabilities = maximumEntropy(deviations, variance, rises);
    const reached = deviations.reduce((sum, v, at) => sum + v * v * (probabilities[at] ?? 0), 0);
    return { deviations, probabilities, variance: reached };
  });
  const shortOfVariance = rows.flatMap((row, i) =>
    row.variance < variance - 1e-9 ? [{ count: i + 1, variance: row.variance }] : [],
  );
  return { parameters, rows, shortOfVariance };
}

function deviationsOf(count: number, { maximumNoise, largestForbidden }: NoiseParameters): readonly number[] {
  const low = Math.max(count - maximumNoise, 0);
  const targets = Array.from({ length: count + maximumNoise - low + 1 }, (_, i) => low + i);
  return targets.filter((j) => j === 0 || j > largestForbidden).map((j) => j - count);
}

/** Mean 0 from a forbidden count c needs at least the variance c * (js + 1 - c): only 0 and js + 1 are that near. */
function check({ maximumNoise, variance, largestForbidden }: NoiseParameters): void {
  const whole = Number.isInteger(maximumNoise) && Number.isInteger(largestForbidden);
  if (!whole || maximumNoise < 1 || maximumNoise > 30 || largestForbidden < 0)
    throw refusal(
      'the largest noise must be a whole number from 1 to 30, the largest forbidden figure 0 or more',
    );
  if (largestForbidden >= maximumNoise)
    throw refusal(`the largest noise must exceed the largest forbidden figure ${largestForbidden}`);
  const needed = Math.floor((largestForbidden + 1) ** 2 / 4);
  if (!(variance > needed && Number.isFinite(variance)))
    throw refusal(`the variance must be greater than ${needed} so that forbidden figures can be left`);
}

function refusal(what: string): Refusal {
  return new Refusal('noise-parameters', `No noise table has these parameters: ${what}.`, { what });
}
