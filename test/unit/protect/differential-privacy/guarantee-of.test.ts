import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../../shared/base/failure.ts';
import {
  guaranteeOf,
  type Protection,
} from '../../../../shared/protect/differential-privacy/guarantee-of.ts';

const noisy: Protection = {
  noise: 'discreteGaussian',
  threshold: 'noisy',
  contributionsLimited: true,
  exactFigures: false,
};
const classical: Protection = {
  noise: 'none',
  threshold: 'raw',
  contributionsLimited: false,
  exactFigures: true,
};

function codeOf(protection: Protection): string {
  try {
    return guaranteeOf(protection);
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.failure.code : 'defect';
  }
}

describe('the label of a release', () => {
  it('is earned by noise, limits and the noisy threshold together', () => {
    expect(codeOf(noisy)).toBe('differentialPrivacy');
    expect(codeOf({ ...noisy, label: 'differentialPrivacy' })).toBe('differentialPrivacy');
    expect(codeOf(classical)).toBe('classical');
    expect(codeOf({ ...classical, noise: 'cellKey', label: 'classical' })).toBe('classical');
    expect(codeOf({ ...noisy, threshold: 'raw', label: 'classical' })).toBe('classical');
  });

  it('is refused to a raw threshold, with any noise and any other care', () => {
    for (const noise of ['none', 'cellKey', 'discreteGaussian'] as const) {
      for (const contributionsLimited of [true, false]) {
        for (const exactFigures of [true, false]) {
          const protection = { noise, contributionsLimited, exactFigures, threshold: 'raw' as const };
          expect(codeOf({ ...protection, label: 'differentialPrivacy' })).toBe('raw-threshold-with-noise');
          if (noise === 'discreteGaussian') expect(codeOf(protection)).toBe('raw-threshold-with-noise');
        }
      }
    }
  });

  it('is refused where something else is missing', () => {
    expect(codeOf({ ...noisy, noise: 'cellKey', label: 'differentialPrivacy' })).toBe('label-not-earned');
    expect(codeOf({ ...noisy, contributionsLimited: false })).toBe('noise-without-limits');
    expect(codeOf({ ...noisy, exactFigures: true })).toBe('exact-figures-with-noise');
    expect(codeOf({ ...classical, threshold: 'noisy' })).toBe('noisy-threshold-on-classical');
  });
});
