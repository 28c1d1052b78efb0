import { describe, expect, it } from 'vitest';
import { parseRho, statedEpsilon } from '../../../../renderer/desk/features/recipe/stated-epsilon.ts';
import { presets } from '../../../../shared/recipe/presets.ts';

const budget = { rho: '0.1', deltaExponent: 6 };

describe('what a budget means', () => {
  /* Canonne, Kamath and Steinke's conversion at delta 1e-6: rho 0.1 gives 2.1419, seven times 6.32, 365 times 79.7. */
  it('is epsilon, rounded up, and grows with each release', () => {
    expect(statedEpsilon(budget, ['footfall'])).toBe(2.15);
    expect(statedEpsilon(budget, ['footfall'], 7)).toBeCloseTo(6.32, 1);
    expect(statedEpsilon(budget, ['footfall'], 365)).toBeCloseTo(79.7, 0);
  });

  it('is more where pairs of zones take half of delta', () => {
    expect(statedEpsilon(budget, ['footfall', 'flows'])).toBeGreaterThan(statedEpsilon(budget, ['footfall']));
  });

  it('keeps what the preset says of itself', () => {
    const { guarantee } = presets['differential-privacy'];
    if (guarantee.kind === 'classical') throw new Error('the preset is classical');
    expect(
      statedEpsilon(guarantee, ['footfall', 'dwell', 'frequency', 'flows', 'catchment']),
    ).toBeLessThanOrEqual(2.3);
  });
});

it.each([
  ['0.1', '0.1'],
  [' 0,25 ', '0.25'],
  ['2', '2'],
  ['0', undefined],
  ['0.0000001', undefined],
  ['1e-3', undefined],
  ['', undefined],
  ['-1', undefined],
])('reads the budget "%s" as %j', (text, read) => {
  expect(parseRho(text)).toBe(read);
});
