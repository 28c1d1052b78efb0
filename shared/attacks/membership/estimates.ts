import { studentQuantile } from './normal.ts';
import type { Estimate } from './options.ts';
import type { Separation } from './separation.ts';

/** Mean over targets; the interval takes each target as one observation. */
export function overTargets(values: readonly number[]): Estimate {
  return withError(values, squaredError(values));
}

/**
 * Mean area under the curve; the interval takes each target as one observation and adds what the shared groups of people
 * contribute (jackknife over games), since all targets are asked about in the same ones.
 */
export function meanArea(targets: readonly Separation[]): Estimate {
  const areas = targets.map(({ auc }) => auc);
  const games = targets[0]?.aucLeavingOut.length ?? 0;
  const leavingOut = Array.from({ length: games }, (_, game) =>
    mean(targets.map((one) => one.aucLeavingOut[game] ?? 0)),
  );
  const centre = mean(leavingOut);
  const ofGames = ((games - 1) / games) * leavingOut.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return withError(areas, squaredError(areas) + ofGames);
}

/** Mean of the tenth of the values that are highest. */
export function worstTenth(values: readonly number[]): number {
  return mean(values.toSorted((a, b) => b - a).slice(0, Math.ceil(values.length / 10)));
}

/** How many values lie in each of `bins` equal parts of 0 to 1; the last includes 1. */
export function histogramOf(values: readonly number[], bins: number): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor(value * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squaredError(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1) / values.length;
}

function withError(values: readonly number[], squared: number): Estimate {
  const centre = mean(values);
  const reach = studentQuantile(values.length - 1) * Math.sqrt(squared);
  return { mean: centre, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
