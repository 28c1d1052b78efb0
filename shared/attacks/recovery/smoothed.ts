import type { Steps } from '../../protect/secondary/steps.ts';
import type { RecoveryRelease } from './recovery-release.ts';

/**
 * Figures freed of noise that differs from bin to bin: every night bin becomes the mean of all night bins of all days, every other bin the
 * mean of `window` bins of its day around it.
 */
export function* smoothed(
  values: Float64Array,
  release: RecoveryRelease,
  window: number,
): Steps<Float64Array> {
  const { zones, days, binsPerDay, nightBins } = release;
  const means = new Float64Array(values.length);
  const meanOf = (bins: readonly number[]): Float64Array => {
    const mean = new Float64Array(zones);
    for (const bin of bins) {
      for (let zone = 0; zone < zones; zone++)
        mean[zone] = (mean[zone] ?? 0) + (values[bin * zones + zone] ?? 0);
    }
    return mean.map((sum) => sum / bins.length);
  };
  const binsOfDay = (day: number, from: number, to: number): readonly number[] =>
    Array.from({ length: to - from }, (_, at) => day * binsPerDay + from + at);
  const nights = Array.from({ length: days }, (_, day) => binsOfDay(day, 0, nightBins)).flat();
  const night = meanOf(nights);
  for (const bin of nights) means.set(night, bin * zones);
  const half = (window - 1) / 2;
  for (let day = 0; day < days; day++) {
    for (let at = nightBins; at < binsPerDay; at++) {
      const around = binsOfDay(day, Math.max(nightBins, at - half), Math.min(binsPerDay, at + half + 1));
      means.set(meanOf(around), (day * binsPerDay + at) * zones);
    }
    yield;
  }
  return means;
}
