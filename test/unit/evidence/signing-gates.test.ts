import { describe, expect, it } from 'vitest';
import { reviewFault, signingGates, type SigningSubject } from '../../../shared/evidence/signing-gates.ts';
import type { SigningRules } from '../../../shared/policy/policy.ts';
import { presets } from '../../../shared/recipe/presets.ts';

const nothing: SigningRules = {
  comment: false,
  dpiaReference: false,
  recipientProfile: false,
  reviewByDays: null,
};
const everything: SigningRules = {
  comment: true,
  dpiaReference: true,
  recipientProfile: true,
  reviewByDays: 30,
};
const { terms } = presets.conservative;
const subject = (
  signing: SigningRules,
  change: Partial<typeof terms> = {},
  comment = '',
): SigningSubject => ({
  recipe: { terms: { ...terms, ...change }, releaseDate: '2026-02-28' },
  policy: { signing },
  comment,
});
const outcomes = (of: SigningSubject): Record<string, string> =>
  Object.fromEntries(signingGates(of).map(({ id, outcome }) => [id, outcome]));

describe('what a policy asks of signers', () => {
  it('is no gate where the policy asks for nothing', () => {
    expect(signingGates(subject(nothing))).toEqual([]);
  });

  it('fails for each thing that is asked for and not said', () => {
    expect(outcomes(subject(everything, { dpiaReference: ' ' }, '  '))).toEqual({
      'signing-comment': 'fail',
      'dpia-reference': 'fail',
      'recipient-profile': 'fail',
      'review-by': 'fail',
    });
  });

  it('holds once everything is said', () => {
    const said = { dpiaReference: 'DSFA 7/2026', recipientProfile: 'buyer', reviewBy: '2026-03-30' } as const;
    expect(outcomes(subject(everything, said, 'looked at'))).toEqual({
      'signing-comment': 'pass',
      'dpia-reference': 'pass',
      'recipient-profile': 'pass',
      'review-by': 'pass',
    });
  });

  it('tests a day of review nobody asked for', () => {
    expect(outcomes(subject(nothing, { reviewBy: '2026-02-28' }))).toEqual({ 'review-by': 'fail' });
    expect(outcomes(subject(nothing, { reviewBy: '2036-01-01' }))).toEqual({ 'review-by': 'pass' });
  });

  it('tells a comment from what stands in the sealed bytes', () => {
    const kinds = Object.fromEntries(signingGates(subject(everything)).map(({ id, kind }) => [id, kind]));
    expect(kinds).toEqual({
      'signing-comment': 'attested',
      'dpia-reference': 'recomputable',
      'recipient-profile': 'recomputable',
      'review-by': 'recomputable',
    });
  });
});

describe('the day of review', () => {
  it.each([
    ['', 'no-day'],
    ['2026-02-29', 'no-day'],
    ['2026-02-28', 'before-release'],
    ['2026-02-27', 'before-release'],
    ['2026-03-01', undefined],
    ['2026-03-30', undefined],
    ['2026-03-31', 'too-late'],
  ])('%s, released on 28 February with 30 days: %s', (day, fault) => {
    expect(reviewFault(day, '2026-02-28', 30)).toBe(fault);
  });

  it('may lie as far off as one likes where the policy sets no limit', () => {
    expect(reviewFault('2126-01-01', '2026-02-28', null)).toBeUndefined();
  });
});
