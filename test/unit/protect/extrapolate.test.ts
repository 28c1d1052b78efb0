import { describe, expect, it } from 'vitest';
import { extrapolated } from '../../../shared/protect/extrapolate.ts';
import { isPublished } from '../../../shared/protect/is-published.ts';

describe('extrapolation', () => {
  it('blocks one person with factor 5.13 at a threshold of 5, which a threshold on the product would let pass', () => {
    expect(isPublished(1 * 5.13, 5)).toBe(true);
    expect(extrapolated({ contributors: 1, figure: 1, factor: 5.13 }, 5, 1)).toBeUndefined();
  });

  it('depends on raw contributors alone, whatever noise or factor did to the figure', () => {
    for (let contributors = 0; contributors <= 12; contributors++)
      for (const factor of [0.2, 1, 5.13, 400])
        for (const figure of [0, contributors, 40]) {
          const found = extrapolated({ contributors, figure, factor }, 5, 3);
          expect(found !== undefined).toBe(contributors >= 5);
          if (found === undefined) continue;
          expect(found % 3).toBe(0);
          expect(Math.abs(found - figure * factor)).toBeLessThanOrEqual(1.5 + 1e-9);
        }
  });

  it('rounds after weighting, so that no multiple of the factor shows', () => {
    expect(extrapolated({ contributors: 30, figure: 30, factor: 5.13 }, 30, 10)).toBe(150);
    expect(extrapolated({ contributors: 31, figure: 31, factor: 5.13 }, 30, 1)).toBe(159);
  });
});
