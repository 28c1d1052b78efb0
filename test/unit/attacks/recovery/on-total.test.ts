import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { largestRemainder, projectOnTotal } from '../../../../shared/attacks/recovery/on-total.ts';

/** The shift by halving: what is left above it sums to the total. */
function byHalving(values: Float64Array, total: number): Float64Array {
  let [low, high] = [Math.min(...values) - total, Math.max(...values)];
  const above = (shift: number): Float64Array => values.map((value) => Math.max(value - shift, 0));
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (above(middle).reduce((sum, value) => sum + value, 0) > total) low = middle;
    else high = middle;
  }
  return above(low);
}

describe('projectOnTotal', () => {
  it('is the point that shifting and cutting at zero finds', () => {
    const random = seededRandom('on-total', 'test');
    for (let trial = 0; trial < 40; trial++) {
      const values = Float64Array.from({ length: 1 + random.below(12) }, () => 20 * random.uniform() - 8);
      const total = 0.1 + 30 * random.uniform();
      const [found, slow] = [projectOnTotal(values, total), byHalving(values, total)];
      for (const [at, value] of found.entries()) expect(value).toBeCloseTo(slow[at] ?? -1, 8);
    }
  });

  it('leaves exact numbers as they are', () => {
    const values = Float64Array.from([3, 0, 0, 5, 1]);
    expect([...projectOnTotal(values, 9)]).toEqual([3, 0, 0, 5, 1]);
    expect([...projectOnTotal(values, 0)]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('largestRemainder', () => {
  it('rounds the largest remainders up until the total is met, the first of equals first', () => {
    expect([...largestRemainder(Float64Array.from([1.5, 2.7, 0.5, 0.3]), 5)]).toEqual([2, 3, 0, 0]);
    expect([...largestRemainder(Float64Array.from([0.25, 0.25, 0.25, 0.25]), 1)]).toEqual([1, 0, 0, 0]);
  });
});
