import { describe, expect, it } from 'vitest';
import { ByteStream } from '../../../shared/protect/differential-privacy/byte-stream.ts';
import { discreteGaussian } from '../../../shared/protect/differential-privacy/discrete-gaussian.ts';
import { discreteLaplace } from '../../../shared/protect/differential-privacy/discrete-laplace.ts';
import {
  gaussianTail,
  laplaceTail,
  type NoiseTail,
} from '../../../shared/protect/differential-privacy/noise-tails.ts';
import type { TableNoise } from '../../../shared/protect/differential-privacy/noise-plan.ts';
import { protectWithNoise } from '../../../shared/protect/differential-privacy/protect-with-noise.ts';
import { rational } from '../../../shared/protect/differential-privacy/rational.ts';
import { chiSquareTail, goodnessOfFit } from '../../support/chi-square.ts';
import { knownBytes } from '../../support/known-bytes.ts';

// Every byte stream here is fixed, so each test always passes or always fails: p > .001 is a statement about these draws.
const draws = 1_000_000;

function histogram(draw: () => bigint): {
  readonly counts: Map<number, number>;
  readonly mean: number;
  readonly variance: number;
} {
  const counts = new Map<number, number>();
  for (let i = 0; i < draws; i++) {
    const value = Number(draw());
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const moment = (power: number): number =>
    [...counts].reduce((sum, [value, times]) => sum + value ** power * times, 0) / draws;
  return { counts, mean: moment(1), variance: moment(2) - moment(1) ** 2 };
}

function probabilities(tail: NoiseTail): (value: number) => number {
  return (value) => tail(Math.abs(value)) - tail(Math.abs(value) + 1);
}

describe('exact noise', () => {
  it.each([
    [1n, 2n, 0.49897913083282],
    [1n, 1n, 0.999999788767728],
    [10n, 1n, 10],
    [240n, 1n, 240],
  ])(
    'of a discrete Gaussian with sigma^2 = %s / %s fits its probabilities and variance',
    (above, below, expected) => {
      const { counts, mean, variance } = histogram(
        discreteGaussian(rational(above, below), new ByteStream(knownBytes(17))),
      );
      const fit = goodnessOfFit(counts, probabilities(gaussianTail(Number(above) / Number(below))));
      expect(fit.classes).toBeGreaterThan(5);
      expect(fit.p).toBeGreaterThan(0.001);
      // The variance of 10^6 draws is off by sqrt(2 / 10^6) = .14 % (one standard deviation); the mean by sigma / 1000.
      expect(Math.abs(variance / expected - 1)).toBeLessThan(0.01);
      expect(Math.abs(mean)).toBeLessThan((4 * Math.sqrt(expected)) / 1000);
    },
  );

  it.each([
    [1n, 1n],
    [7n, 3n],
    [24n, 1n],
  ])('of a discrete Laplace distribution of scale %s / %s fits its probabilities', (above, below) => {
    const { counts } = histogram(discreteLaplace(rational(above, below), new ByteStream(knownBytes(18))));
    const fit = goodnessOfFit(counts, probabilities(laplaceTail(Number(above) / Number(below))));
    expect(fit.classes).toBeGreaterThan(10);
    expect(fit.p).toBeGreaterThan(0.001);
  });

  it('would be caught with two percent more variance', () => {
    const { counts } = histogram(discreteGaussian(rational(1n, 2n), new ByteStream(knownBytes(17))));
    expect(goodnessOfFit(counts, probabilities(gaussianTail(0.51))).p).toBeLessThan(1e-6);
    expect(goodnessOfFit(counts, probabilities(gaussianTail(5))).p).toBe(0);
  });

  it('is judged by chi-square tails that equal the printed tables', () => {
    for (const [statistic, freedom] of [
      [3.841_459, 1],
      [18.307_038, 10],
      [124.342_113, 100],
    ] as const) {
      expect(chiSquareTail(statistic, freedom)).toBeCloseTo(0.05, 7);
    }
    expect(chiSquareTail(3.940_299, 10)).toBeCloseTo(0.95, 7);
  });
});

describe('figures with noise', () => {
  it('keep totals in the right place although groups are freed of negatives', () => {
    const blocks = 4000;
    const noise: TableNoise = {
      kind: 'everyGroup',
      rho: rational(1n, 2n),
      sensitivity: { groups: 25, perGroup: 1 },
      variance: rational(25n),
    };
    const dimensions = [
      { name: 'zone', size: blocks, hasTotal: false },
      { name: 'age', size: 10, hasTotal: true },
    ] as const;
    const at = Float64Array.from({ length: blocks * 2 }, (_, i) => (i >> 1) * 10 + (i & 1) * 4);
    const persons = new Int32Array(at.length).fill(60);
    const { figure } = protectWithNoise(
      { dimensions, at, persons },
      { noise, minimumPersons: 1 },
      knownBytes(21),
    );
    let total = 0;
    for (let block = 0; block < blocks; block++) total += figure[block * 10 + 9] ?? 0;
    // A total is 120 plus nine draws of variance 25: four standard deviations of the mean of 4,000 are 4 * 15 / 63 = .95.
    expect(Math.abs(total / blocks - 120)).toBeLessThan(0.95);
  });
});
