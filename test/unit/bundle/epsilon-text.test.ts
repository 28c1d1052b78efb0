import { describe, expect, it } from 'vitest';
import { type Budget, epsilonText, pairsAppear } from '../../../shared/bundle/epsilon-text.ts';
import { productNames } from '../../../shared/products/product.ts';
import { presentKeyProducts } from '../../../shared/protect/differential-privacy/noise-plan.ts';
import { epsilonOf } from '../../../shared/protect/differential-privacy/zcdp.ts';
import { epsilonOfRho } from '../../support/vectors/differential-privacy.ts';

function budget(rho: string, deltaExponent: number): Budget {
  return { kind: 'differentialPrivacy', rho, deltaExponent };
}

describe('epsilon as release.json tells it', () => {
  it.each(['0.000001', '0.01', '0.1', '0.25', '1', '2.5', '17'])(
    'is for rho %s what the other way of finding it gives, rounded up to four places',
    (rho) => {
      for (const deltaExponent of [3, 6, 9, 15]) {
        const exact = epsilonOf(Number(rho), 10 ** -deltaExponent);
        const text = epsilonText(budget(rho, deltaExponent), ['footfall']);
        expect(text).toMatch(/^\d+\.\d{4}$/);
        expect(Number(text)).toBeGreaterThanOrEqual(exact);
        expect(Number(text) - exact).toBeLessThan(0.000_101);
      }
    },
  );

  it('is what the code of the Census gives', () => {
    for (const [rho, atFive, atSix] of epsilonOfRho) {
      expect(Number(epsilonText(budget(`${rho}`, 5), ['dwell'])) - atFive).toBeCloseTo(0, 3);
      expect(Number(epsilonText(budget(`${rho}`, 6), ['dwell'])) - atSix).toBeCloseTo(0, 3);
    }
  });

  it('leaves half of delta to the products whose pairs of zones may appear', () => {
    for (const product of productNames) expect(pairsAppear([product])).toBe(presentKeyProducts.has(product));
    expect(Number(epsilonText(budget('0.1', 6), ['footfall', 'flows']))).toBeCloseTo(epsilonOf(0.1, 5e-7), 3);
  });

  it('is 0 where nothing is spent', () => {
    expect(epsilonText(budget('0', 6), ['footfall'])).toBe('0.0000');
  });
});
