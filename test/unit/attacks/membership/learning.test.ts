import { expect, test } from 'vitest';
import { exactCounts } from '../../../../shared/attacks/count-rule.ts';
import {
  emptyTallies,
  evidenceIn,
  evidenceOf,
  learnCell,
} from '../../../../shared/attacks/membership/evidence-of-cells.ts';
import { jointWeights } from '../../../../shared/attacks/membership/joint-weights.ts';
import { knownCells } from '../../../../shared/attacks/membership/knowledge.ts';
import { replayedRandom } from '../../../../shared/attacks/membership/replayed-random.ts';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { classicalRule } from '../../../../shared/attacks/rules/classical-rule.ts';
import { gaussianRule } from '../../../../shared/attacks/rules/gaussian-rule.ts';
import { normalDraw } from '../../../support/populations/normal-draw.ts';

const noise = replayedRandom(seededRandom('learning', 'noise'));
const cell = { cell: 0, group: 0 };

test('numbers come once more after a rewind, and new ones after', () => {
  const first = [noise.bits(), noise.uniform(), noise.below(6)];
  noise.rewind();
  expect([noise.bits(), noise.uniform(), noise.below(6)]).toEqual(first);
  noise.forget();
  expect([noise.bits(), noise.uniform(), noise.below(6)]).not.toEqual(first);
});

test('what one person adds is learned without the noise', () => {
  const tallies = emptyTallies(1);
  const rule = gaussianRule({ sigma: 50, roundingBase: 1 });
  for (let i = 0; i < 200; i += 1) learnCell(tallies, { ...cell, without: 100, having: 101 }, rule, noise);
  const { weight } = evidenceOf(tallies);
  // 800 draws of variance 2500: the variance is known to within 5 % (one standard deviation).
  expect(Math.abs((weight[0] ?? 0) * 2500 - 1)).toBeLessThan(0.2);
});

test('evidence of exact figures is the weight d / v about the middle', () => {
  const tallies = emptyTallies(1);
  for (const without of [8, 10, 12])
    learnCell(tallies, { ...cell, without, having: without + 1 }, exactCounts, noise);
  const evidence = evidenceOf(tallies);
  expect(evidence.weight[0]).toBeCloseTo(1 / (8 / 3 + 0.05), 9);
  expect(evidenceIn(evidence, 0, 10.5)).toBeCloseTo(0, 9);
  expect(evidenceIn(evidence, 0, 12)).toBeGreaterThan(0);
});

test('being hidden speaks against the target where it tips the threshold', () => {
  const tallies = emptyTallies(2);
  const rule = classicalRule({ minimumPersons: 10, roundingBase: 1 });
  for (const without of [8, 9, 9, 9, 10]) {
    learnCell(tallies, { ...cell, without, having: without + 1 }, rule, noise);
    learnCell(tallies, { cell: 1, group: 0, without: 2, having: 3 }, rule, noise);
  }
  const evidence = evidenceOf(tallies);
  expect(evidenceIn(evidence, 0, Number.NaN)).toBeLessThan(-0.5);
  expect(evidenceIn(evidence, 0, 10)).toBeGreaterThan(0.5);
  expect(evidenceIn(evidence, 1, Number.NaN)).toBe(0);
});

test('joint weights solve the shrunk system', () => {
  const random = seededRandom('joint', 'samples');
  const samples = Array.from({ length: 6 }, () =>
    Float64Array.from({ length: 4 }, () => normalDraw(random, 0, 2)),
  );
  const shift = Float64Array.of(1, -2, 0.5, 3);
  const weights = jointWeights(samples, shift);
  const covariance = (a: number, b: number): number =>
    samples.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0) / samples.length;
  for (const a of [0, 1, 2, 3]) {
    const product = [0, 1, 2, 3].reduce((sum, b) => {
      const shrunk = 0.4 * covariance(a, b) + (a === b ? 0.6 * covariance(a, a) + 1e-9 : 0);
      return sum + shrunk * (weights[b] ?? 0);
    }, 0);
    expect(product).toBeCloseTo(shift[a] ?? 0, 9);
  }
});

test('a share of knowledge is that many cells of each target, and never none', () => {
  const known = knownCells(Uint32Array.of(0, 100, 104, 104), 0.1, 'seed');
  expect(known.subarray(0, 100).reduce((a, b) => a + b, 0)).toBe(10);
  expect(known.subarray(100).reduce((a, b) => a + b, 0)).toBe(1);
  expect(knownCells(Uint32Array.of(0, 7), 1, 'seed')).toEqual(new Uint8Array(7).fill(1));
});
