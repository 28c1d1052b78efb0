import { expect, test } from 'vitest';
import { histogramOf, overTargets, worstTenth } from '../../../../shared/attacks/membership/estimates.ts';
import {
  balancedAccuracy,
  bestThreshold,
  crossedAccuracy,
  separationOf,
} from '../../../../shared/attacks/membership/separation.ts';
import { truePositivesAtOnePercent } from '../../../../shared/attacks/membership/true-positives.ts';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { normalDraw } from '../../../support/populations/normal-draw.ts';

const random = seededRandom('separation', 'test');

function drawn(games: number, shift: number, step = 0) {
  const score = (mean: number): number => {
    const value = normalDraw(random, mean, 1);
    return step === 0 ? value : Math.round(value / step) * step;
  };
  const side = (mean: number): Float64Array => Float64Array.from({ length: games }, () => score(mean));
  return { without: side(0), having: side(shift) };
}

function plainArea({ without, having }: ReturnType<typeof drawn>, skip?: number): number {
  const won: number[] = [];
  for (const [i, a] of having.entries())
    for (const [j, b] of without.entries())
      if (i !== j && i !== skip && j !== skip) won.push(a > b ? 1 : a === b ? 0.5 : 0);
  return won.reduce((x, y) => x + y, 0) / won.length;
}

test('the area equals a plain count of pairs of different games, with ties and with a game left out', () => {
  const scores = drawn(12, 1, 0.5);
  const { auc, aucLeavingOut } = separationOf(scores);
  expect(auc).toBeCloseTo(plainArea(scores), 12);
  for (const [game, area] of aucLeavingOut.entries()) expect(area).toBeCloseTo(plainArea(scores, game), 12);
});

test('no threshold does better on the scores it was found on', () => {
  const scores = drawn(30, 1);
  const best = balancedAccuracy(scores, bestThreshold(scores));
  for (const cut of [...scores.without, ...scores.having])
    expect(balancedAccuracy(scores, cut + 1e-9)).toBeLessThanOrEqual(best + 1e-12);
});

test('a proof of absence is below every threshold', () => {
  const scores = { without: Float64Array.of(-Infinity, -Infinity, 3), having: Float64Array.of(1, 2, 4) };
  expect(balancedAccuracy(scores, bestThreshold(scores))).toBeCloseTo(5 / 6, 12);
  const proved = {
    without: new Float64Array(8).fill(-Infinity),
    having: Float64Array.from({ length: 8 }, (_, i) => i),
  };
  expect(crossedAccuracy(proved)).toBe(1);
  expect(truePositivesAtOnePercent([proved])).toEqual([1]);
});

test('scores that say nothing are coin flips', () => {
  const same = { without: new Float64Array(10), having: new Float64Array(10) };
  expect(separationOf(same).auc).toBe(0.5);
  expect(crossedAccuracy(same)).toBe(0.5);
  expect(truePositivesAtOnePercent([same])).toEqual([0]);
});

test('true positives at one percent are those of the normal distribution, whatever the scale of a target', () => {
  const scaled = Array.from({ length: 60 }, (_, t) => {
    const { without, having } = drawn(200, 2);
    return { without: without.map((x) => (x + 5) * (t + 1)), having: having.map((x) => (x + 5) * (t + 1)) };
  });
  const rates = truePositivesAtOnePercent(scaled);
  const mean = rates.reduce((a, b) => a + b, 0) / rates.length;
  // Two standard deviations apart: P[Z > 2.326 - 2] = .372. Scales learned from 100 games are off by 7 % and blur it a little.
  expect(Math.abs(mean - 0.372)).toBeLessThan(0.04);
});

test('the interval takes targets as they are', () => {
  const { mean, low, high } = overTargets([0.5, 0.6, 0.7, 0.8, 0.9]);
  expect(mean).toBeCloseTo(0.7, 12);
  // Standard error .0707, Student's quantile with 4 degrees of freedom 2.776.
  expect(high - low).toBeCloseTo(2 * 0.0707 * 2.776, 1);
  expect(worstTenth(Array.from({ length: 20 }, (_, i) => i / 20))).toBeCloseTo(0.925, 12);
  expect(histogramOf([0, 0.05, 0.5, 0.99, 1], 20)).toEqual([
    1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2,
  ]);
});
