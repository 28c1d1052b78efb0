import { describe, expect, it } from 'vitest';
import { entropyMeasure } from '../../../../shared/attacks/whole-groups/entropy-measure.ts';

describe('the entropy measure of a frequency table', () => {
  it('is what the formula says by hand: six persons in one of two categories', () => {
    // .1 * 1 / 2 + .8 * (1 - 0) - .1 * .408248 * (-1 - .895880) = .05 + .8 + .077399
    expect(entropyMeasure([6, 0])).toBeCloseTo(0.927399, 6);
  });

  it('leaves the small number of persons alone where all categories are alike', () => {
    // - .1 * 1 / 2 * log(1 / (2 e)) = .05 * (1 + log 2)
    expect(entropyMeasure([2, 2])).toBeCloseTo(0.05 * (1 + Math.LN2), 12);
  });

  it('takes other weights: an eighth of entropy missing', () => {
    // Shares 1/2, 1/4, 1/4: H = 1.5 log 2, and log K = log 3.
    const weights = { empty: 0, gathered: 1, small: 0 };
    expect(entropyMeasure([8, 4, 4], weights)).toBeCloseTo(1 - (1.5 * Math.LN2) / Math.log(3), 12);
  });

  it('falls as persons spread and as they become more', () => {
    expect(entropyMeasure([10, 0, 0])).toBeGreaterThan(entropyMeasure([8, 1, 1]) ?? 1);
    expect(entropyMeasure([8, 1, 1])).toBeGreaterThan(entropyMeasure([80, 10, 10]) ?? 1);
  });

  it('is nothing for one category or nobody', () => {
    expect(entropyMeasure([7])).toBeUndefined();
    expect(entropyMeasure([0, 0])).toBeUndefined();
  });
});
