import { describe, expect, it } from 'vitest';
import { upliftOf } from '../../../../shared/attacks/recovery/uplift.ts';

const of = (values: readonly number[]): Float64Array => Float64Array.from(values);

describe('upliftOf', () => {
  it('is the difference of two rates, with an interval over persons', () => {
    const found = upliftOf(of([10, 10, 10, 10]), of([4, 6, 2, 4]), of([0, 2, 2, 0]));
    expect(found?.rate).toBeCloseTo(0.3, 12);
    // Differences 4, 4, 0, 4 of 10: standard error sqrt(12 * 4 / 3) / 40 = 0.1, times Student's 3.0 (3 degrees, by its first terms 2.75).
    expect((found?.high ?? 0) - 0.3).toBeCloseTo(0.275, 3);
    expect(0.3 - (found?.low ?? 0)).toBeCloseTo(0.275, 3);
  });

  it('counts persons, not hours, as what was drawn', () => {
    const few = upliftOf(of([100, 100, 100, 100]), of([90, 0, 90, 0]), of([0, 0, 0, 0]));
    expect((few?.high ?? 0) - (few?.low ?? 0)).toBeGreaterThan(0.9);
  });

  it('falls back on the rule of three where all are alike, and is absent without two persons', () => {
    expect(upliftOf(of([5, 5, 5]), of([0, 0, 0]), of([0, 0, 0]))).toEqual({ rate: 0, low: -1, high: 1 });
    const many = upliftOf(new Float64Array(300).fill(5), new Float64Array(300), new Float64Array(300));
    expect(many?.high).toBeCloseTo(0.01, 12);
    expect(upliftOf(of([5, 0]), of([1, 0]), of([0, 0]))).toBeUndefined();
  });
});
