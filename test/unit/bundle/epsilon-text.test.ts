import { describe, expect, it } from 'vitest';
import { epsilonText } from '../../../shared/bundle/epsilon-text.ts';
import { epsilonOf } from '../../../shared/protect/differential-privacy/zcdp.ts';
import { epsilonOfRho } from '../../support/vectors/differential-privacy.ts';

describe('epsilon as release.json tells it', () => {
  it.each(['0.000001', '0.01', '0.1', '0.25', '1', '2.5', '17'])(
    'is for rho %s what the other way of finding it gives, rounded up to four places',
    (rho) => {
      for (const deltaExponent of [3, 6, 9, 15]) {
        const exact = epsilonOf(Number(rho), 10 ** -deltaExponent);
        const text = epsilonText(rho, deltaExponent);
        expect(text).toMatch(/^\d+\.\d{4}$/);
        expect(Number(text)).toBeGreaterThanOrEqual(exact);
        expect(Number(text) - exact).toBeLessThan(0.000_101);
      }
    },
  );

  it('is what the code of the Census gives', () => {
    for (const [rho, atFive, atSix] of epsilonOfRho) {
      expect(Number(epsilonText(`${rho}`, 5)) - atFive).toBeCloseTo(0, 3);
      expect(Number(epsilonText(`${rho}`, 6)) - atSix).toBeCloseTo(0, 3);
    }
  });

  it('is 0 where nothing is spent', () => {
    expect(epsilonText('0', 6)).toBe('0.0000');
  });
});
