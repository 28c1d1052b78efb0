import type { Steps } from '../../protect/secondary/steps.ts';
import { fillHidden } from './fill-hidden.ts';
import { largestRemainder, projectOnTotal } from './on-total.ts';
import { binsOf, type RecoveryRelease } from './recovery-release.ts';
import { smoothed } from './smoothed.ts';

/**
 * How an attacker turns figures into numbers of persons. `asShown`: what is hidden is nobody, who is not counted was not seen.
 * `filled`: what is hidden is filled in. `scaled`: that, and those not seen are spread like those who were. `window`: 0 takes every bin as
 * it is; 1, 3 and 5 take the mean of all nights for the night and of so many bins around for the day.
 */
export interface Reading {
  readonly completion: 'asShown' | 'filled' | 'scaled';
  readonly window: 0 | 1 | 3 | 5;
}

/**
 * Every reading worth trying: one for exact figures of everyone; `filled` where something is hidden, `scaled` where not everyone is seen,
 * and windows over the most complete of these where figures are rounded or noisy.
 */
export function readingsOf({ figures, rule, isEveryoneSeen }: RecoveryRelease): readonly Reading[] {
  const completions: Reading['completion'][] = ['asShown'];
  if (figures.some(Number.isNaN)) completions.push('filled');
  if (!isEveryoneSeen) completions.push('scaled');
  const readings: Reading[] = completions.map((completion) => ({ completion, window: 0 }));
  if (!rule.isNoisy && rule.roundingBase === 1) return readings;
  const last = completions.at(-1) ?? 'asShown';
  return [...readings, ...([1, 3, 5] as const).map((window) => ({ completion: last, window }))];
}

/**
 * Whole numbers of persons by bin and zone. Each bin sums to `persons` where the reading accounts for everyone; else to what its
 * figures sum to, at most `persons`.
 */
export function* readCounts(release: RecoveryRelease, reading: Reading): Steps<Int32Array> {
  const { zones, figures } = release;
  const isAsShown = reading.completion === 'asShown';
  const values = isAsShown ? zeroed(figures) : yield* fillHidden(release);
  yield;
  const smooth = reading.window === 0 ? values : yield* smoothed(values, release, reading.window);
  const isWhole = release.isEveryoneSeen && (!isAsShown || figures.every((value) => !Number.isNaN(value)));
  const counts = new Int32Array(values.length);
  for (let bin = 0; bin < binsOf(release); bin++) {
    const inBin = smooth.subarray(bin * zones, (bin + 1) * zones);
    const total = isWhole ? release.persons : sumWithin(inBin, release.persons);
    const positive = projectOnTotal(inBin, total);
    const goal = reading.completion === 'scaled' ? release.persons : total;
    counts.set(largestRemainder(scaled(positive, total, goal), goal), bin * zones);
    if (bin % 8 === 0) yield;
  }
  return counts;
}

function scaled(values: Float64Array, from: number, to: number): Float64Array {
  if (from === to) return values;
  return values.map((value) => (from === 0 ? to / values.length : (value * to) / from));
}

function zeroed(figures: Float64Array): Float64Array {
  return figures.map((value) => (Number.isNaN(value) ? 0 : value));
}

function sumWithin(values: Float64Array, most: number): number {
  const sum = values.reduce((all, value) => all + value, 0);
  return Math.round(Math.min(Math.max(sum, 0), most));
}
