import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../shared/attacks/share.ts';

describe('a share with its interval', () => {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (cases, of, low, high) => {
    const found = shareOf(cases, of);
    expect(found.share).toBe(cases / of);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('ends at one where all are cases, and knows nothing without any', () => {
    expect(shareOf(20, 20).high).toBe(1);
    expect(shareOf(0, 0)).toMatchObject({ share: 0, low: 0, high: 1 });
  });
});
