import { describe, expect, it } from 'vitest';
import { bandIndex, dwellBandLabels, frequencyBandLabels } from '../../../shared/products/bands.ts';

describe('bands', () => {
  it('cut minutes half-open and days whole', () => {
    expect(dwellBandLabels([5, 15, 60, 240])).toEqual(['0-5', '5-15', '15-60', '60-240', '240+']);
    expect(frequencyBandLabels([2, 4, 8])).toEqual(['1', '2-3', '4-7', '8+']);
    expect(frequencyBandLabels([])).toEqual(['1+']);
  });

  it('put a break into the band it begins', () => {
    expect([0, 4, 5, 14, 15, 999].map((value) => bandIndex([5, 15], value))).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
