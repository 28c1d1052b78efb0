import { expect, test } from 'vitest';
import { seededRandom } from '../../../shared/attacks/random.ts';

const take = (seed: string, purpose: string): number[] => {
  const random = seededRandom(seed, purpose);
  return Array.from({ length: 8 }, () => random.bits());
};

test('the same seed and purpose give the same numbers, another purpose others', () => {
  expect(take('a', 'targets')).toEqual(take('a', 'targets'));
  expect(take('a', 'targets')).not.toEqual(take('a', 'groups'));
  expect(take('b', 'targets')).not.toEqual(take('a', 'targets'));
});

test('draws below six are uniform', () => {
  const random = seededRandom('dice', 'uniform');
  const counts = new Float64Array(6);
  const draws = 60_000;
  for (let i = 0; i < draws; i += 1) {
    const face = random.below(6);
    counts[face] = (counts[face] ?? 0) + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - draws / 6) ** 2 / (draws / 6), 0);
  // Chi-square with 5 degrees of freedom exceeds 25.7 with probability 1e-4; the seed is fixed.
  expect(chiSquare).toBeLessThan(25.7);
});

test('uniform numbers stay in their range and fill it', () => {
  const random = seededRandom('range', 'uniform');
  const drawn = Array.from({ length: 10_000 }, () => random.uniform());
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  // The mean of 10,000 uniforms has a standard deviation of 0.0029: 0.015 is more than five of them.
  expect(Math.abs(drawn.reduce((a, b) => a + b, 0) / drawn.length - 0.5)).toBeLessThan(0.015);
});
