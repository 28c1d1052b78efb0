import { describe, expect, it } from 'vitest';
import { keyDelta, keyThreshold } from '../../../../shared/protect/differential-privacy/key-threshold.ts';
import {
  gaussianDelta,
  gaussianTail,
  laplaceTail,
  type NoiseTail,
} from '../../../../shared/protect/differential-privacy/noise-tails.ts';
import {
  discreteGaussianDeltas,
  discreteGaussians,
  discreteLaplace,
} from '../../../support/vectors/differential-privacy.ts';

function variance(tail: NoiseTail): number {
  let sum = 0;
  for (let x = 1; x < 400; x++) sum += (2 * x - 1) * 2 * tail(x);
  return sum;
}

/** The probability of `x` where sigma^2 is 6. */
function ofSix(x: number): number {
  return gaussianTail(6)(x) - gaussianTail(6)(x + 1);
}

function laplaceThreshold(scale: number, keys: number, delta: number): number {
  return keyThreshold(laplaceTail(scale), { keys, perKey: 1, delta });
}

describe('tails of the noise', () => {
  it('have the probabilities and variances of the reference', () => {
    for (const [parameter, expected, probabilities] of discreteGaussians) {
      const tail = gaussianTail(parameter);
      probabilities.forEach((p, x) => expect(Math.abs(tail(x) - tail(x + 1) - p)).toBeLessThan(1e-13));
      expect(Math.abs(variance(tail) / expected - 1)).toBeLessThan(1e-12);
    }
    const tail = laplaceTail(1);
    expect(Math.abs(tail(0) - tail(1) - discreteLaplace.p0)).toBeLessThan(1e-13);
    expect(Math.abs(tail(1) - tail(2) - discreteLaplace.p1)).toBeLessThan(1e-13);
    expect(Math.abs(variance(tail) / discreteLaplace.variance - 1)).toBeLessThan(1e-12);
    expect(laplaceTail(10)(0) - laplaceTail(10)(1)).toBeCloseTo(0.0499583749579, 12);
  });

  it('are symmetric', () => {
    for (const tail of [
      gaussianTail(0.5),
      gaussianTail(3.9),
      gaussianTail(4.1),
      gaussianTail(240),
      laplaceTail(7),
    ]) {
      for (const x of [0, 1, 2, 9]) expect(tail(-x) + tail(x + 1)).toBeCloseTo(1, 13);
    }
  });

  it('give the exact delta of a discrete Gaussian count', () => {
    for (const [parameter, epsilon, delta] of discreteGaussianDeltas) {
      expect(Math.abs(gaussianDelta(parameter, epsilon) / delta - 1)).toBeLessThan(1e-9);
    }
    let distance = 0;
    for (let x = -60; x <= 60; x++) distance += Math.max(0, ofSix(x) - Math.exp(0.7) * ofSix(x - 3));
    expect(gaussianDelta(6, 0.7, 3)).toBeCloseTo(distance, 12);
  });
});

describe('the threshold of keys', () => {
  it('counts the threshold itself: a key of one person is released from 1 + noise >= 10 on', () => {
    const tail = laplaceTail(1);
    expect(Math.abs(keyDelta(tail, 10, 1) / discreteLaplace.from9 - 1)).toBeLessThan(1e-12);
    expect(Math.abs(tail(10) / discreteLaplace.above9 - 1)).toBeLessThan(1e-12);
    const just = { keys: 1, perKey: 1, delta: discreteLaplace.from9 * (1 + 1e-9) };
    expect(keyThreshold(tail, just)).toBe(10);
    expect(keyThreshold(tail, { ...just, delta: discreteLaplace.from9 * (1 - 1e-9) })).toBe(11);
  });

  it('equals the reference thresholds', () => {
    expect([
      laplaceThreshold(1, 1, 1e-6),
      laplaceThreshold(1, 1, 1e-9),
      laplaceThreshold(24, 24, 1e-6),
      laplaceThreshold(24, 24, 1e-9),
    ]).toEqual([15, 22, 393, 559]);
    const gaussian = [60, 120, 240].map((parameter) =>
      keyThreshold(gaussianTail(parameter), { keys: 24, perKey: 1, delta: 1e-6 }),
    );
    expect(gaussian).toEqual([43, 61, 85]);
  });

  it('is the smallest that keeps all keys of a person within delta', () => {
    for (const [parameter, keys, delta] of [
      [3, 1, 1e-3],
      [17, 56, 1e-6],
      [900, 336, 5e-7],
    ] as const) {
      const tail = gaussianTail(parameter);
      const threshold = keyThreshold(tail, { keys, perKey: 1, delta });
      const chance = (at: number): number => -Math.expm1(keys * Math.log1p(-keyDelta(tail, at, 1)));
      expect(chance(threshold)).toBeLessThanOrEqual(delta);
      expect(chance(threshold - 1)).toBeGreaterThan(delta);
    }
  });
});
