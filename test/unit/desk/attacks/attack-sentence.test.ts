import { describe, expect, it } from 'vitest';
import { attackSentence } from '../../../../renderer/desk/language/attack-sentence.ts';
import { gateLine } from '../../../../renderer/desk/features/attacks/gate-line.ts';
import { timeLeftText } from '../../../../renderer/desk/language/time-left-text.ts';
import { notTestedReasons } from '../../../../renderer/desk/language/attack-reasons.ts';
import { attackLimitLines } from '../../../../renderer/desk/language/attack-limit-lines.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { attackNames } from '../../../../shared/policy/attack-limits.ts';
import { attackReport, recoveryFigures } from '../attack-report.ts';
import { speechOf } from '../speech.ts';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';

const english = await speechOf('en');
const german = await speechOf('de');
const policy = builtInPolicies.default;

const shown: Readonly<Record<AttackReport['attack'], Partial<AttackReport>>> = {
  'small-groups': { figures: { below: 3, published: 1200 }, parameters: { minimumPersons: 15 } },
  'recoverable-blanks': {
    figures: { exact: 2, narrow: 5, notTested: 0, safe: 30 },
    parameters: { narrowestRange: 3 },
  },
  subtraction: { figures: { found: 1, pairs: 40, sums: 3, slivers: 0, gaveUp: 0 } },
  'whole-groups': {
    figures: { found: 0, looked: 40, highestLift: 1.84 },
    parameters: { lift: 3, sensitiveZones: 4 },
  },
  membership: { figures: { accuracy: 0.57, accuracyLow: 0.552, accuracyHigh: 0.58, ceilingAccuracy: 0.73 } },
  recovery: { figures: recoveryFigures },
  reconstruction: { figures: { ones: 312, onesRebuilt: 0.41, onesByMargins: 0.39 } },
  promise: { figures: { epsilon: 1 }, parameters: { guarantee: 'differentialPrivacy' } },
  usefulness: { figures: { published: 9, medianError: 0.09, hiddenSparse: 0.31, hiddenDense: 0.02 } },
};

const blanks = (figures: AttackReport['figures'], change: Partial<AttackReport> = {}) =>
  attackSentence(
    attackReport('recoverable-blanks', { figures, parameters: { narrowestRange: 3 }, ...change }),
    false,
    english,
  );

const useful = (figures: AttackReport['figures'], speech = english) =>
  attackSentence(attackReport('usefulness', { figures }), false, speech);

const line = (attack: AttackReport['attack'], measured?: number, own = policy, noisy = false) =>
  gateLine({ attack, policy: own, noisy, measured }, english);

describe('the sentence of an attack', () => {
  it.each([
    ['small-groups', '3 published figures describe fewer than 15 people.'],
    ['recoverable-blanks', '2 hidden figures can be worked out exactly; 5 to within 3.'],
    ['subtraction', 'Subtracting published figures from each other exposes 1 small group.'],
    [
      'whole-groups',
      'No group is at a sensitive place more than 3 times as often as everybody; the highest is 1.8 times.',
    ],
    [
      'membership',
      'The best attack is right 55.2 to 58 times in 100; guessing is right 50 times. No attack at all can be right more than 73 times in 100: that is proven.',
    ],
    [
      'recovery',
      'Following people through the figures places 0.2 more hours in 100 away from home right than without the release (−0.6 to 1.2).',
    ],
    ['reconstruction', 'Of 312 groups of one person, the figures rebuild 41%; their sums alone 39%.'],
    [
      'promise',
      'Whoever joins the data changes the odds of any outcome at most 2.7-fold (epsilon 1 per person for the whole release).',
    ],
    [
      'usefulness',
      'A typical published figure is off by ±9%. Hidden are 31% of the groups where few people are, 2% where many are.',
    ],
  ] as const)('%s says what was found', (attack, sentence) => {
    expect(attackSentence(attackReport(attack, shown[attack]), false, english)).toBe(sentence);
  });

  it('says of usefulness seen from outside no more than a bundle tells', () => {
    expect(useful({ published: 33, groups: 40, largestTypicalError: 0.012 })).toBe(
      '33 figures are published; rounding and noise put a typical one off by at most ±1.2%. The rest only the raw data tell.',
    );
    expect(useful({ published: 1 })).toBe(
      '1 figure is published. How far off it is, only the raw data tell.',
    );
    expect(useful({ published: 33 }, german)).not.toMatch(/\{\{|attacks\.|–/);
  });

  it.each(attackNames)('%s is written in German without gaps', (attack) => {
    const said = attackSentence(attackReport(attack, shown[attack]), false, german);
    expect(said).toMatch(/^[A-ZÄÖÜ0-9].*[.]$/);
    expect(said).not.toMatch(/\{\{|attacks\.|–/);
  });

  it('says what holds and what is hidden, and not that blanks hold while some were not tested', () => {
    expect(blanks({ exact: 0, narrow: 0, notTested: 0, safe: 0 })).toBe('No figure is hidden.');
    expect(blanks({ exact: 0, narrow: 0, notTested: 0, safe: 2 })).toMatch(/^None of the 2 hidden figures/);
    const open = { outcome: 'notTested', reason: 'solver-gave-up' } as const;
    expect(blanks({ exact: 0, narrow: 0, notTested: 2, safe: 9 }, open)).toBe(
      '2 of 11 hidden figures could not be tested.',
    );
  });

  it('does not speak of people where noise is the promise', () => {
    const report = attackReport('small-groups', {
      figures: { below: 0, published: 7 },
      parameters: { minimumPersons: 30 },
    });
    expect(attackSentence(report, true, english)).toBe(
      'None of the 7 published figures is below the threshold of 30.',
    );
  });

  it('promises nothing on the classical path', () => {
    const report = attackReport('promise', { parameters: { guarantee: 'classical' } });
    expect(attackSentence(report, false, english)).toMatch(/^Exact figures promise nothing/);
  });

  it('leaves out a ceiling that is not there', () => {
    const { ceilingAccuracy: _, ...figures } = shown.membership.figures ?? {};
    expect(attackSentence(attackReport('membership', { figures }), false, english)).not.toContain('proven');
  });

  it.each(notTestedReasons)('says why it was not tried: %s', (reason) => {
    for (const speech of [english, german]) {
      const said = attackSentence(
        attackReport('membership', { outcome: 'notTested', reason }),
        false,
        speech,
      );
      expect(said).not.toBe(reason);
      expect(said).toMatch(/\.$/);
    }
  });

  it('says why there was nothing to try, even where that means that it holds', () => {
    const report = attackReport('recovery', { reason: 'no-footfall', measured: 0 });
    expect(attackSentence(report, false, english)).toMatch(/^The release has no table of footfall/);
    const { parameters } = shown['whole-groups'];
    const none = attackReport('whole-groups', {
      figures: { found: 0, highestLift: 0 },
      parameters: parameters ?? {},
    });
    expect(attackSentence(none, false, english)).toMatch(/^No figure of the release sets a group/);
  });

  it.each(attackNames)('%s makes up nothing where its figures were left out', (attack) => {
    const said = attackSentence(attackReport(attack), true, english);
    expect(said).toMatch(/^It stayed within the limit\./);
  });

  it('shows a reason it does not know as it is', () => {
    const report = attackReport('membership', { outcome: 'notTested', reason: 'moon-phase' });
    expect(attackSentence(report, false, english)).toBe('moon-phase');
  });
});

describe('the line of the gate', () => {
  it('says what was measured and what the policy allows', () => {
    expect(line('membership', 63.44)).toBe(
      'Measured up to 63.4 times in 100; policy: at most 60 times in 100',
    );
    expect(line('recovery', -0.4)).toBe('Measured no gain; policy: at most 2 in 100 more');
    expect(line('reconstruction')).toBe('Policy: at most 5 in 100 more');
    expect(line('small-groups', 3)).toBe('Measured 3; policy: none allowed');
  });

  it('has no gate for usefulness, whatever was measured, nor for a promise that is none', () => {
    expect(line('usefulness', 0.1)).toBe('No gate: this is for you to weigh.');
    expect(line('promise')).toBe('No gate: this is for you to weigh.');
    expect(line('promise', 1, policy, true)).toMatch(/^Measured epsilon 1; policy: epsilon at most/);
  });

  it('says when the policy does not demand the attack', () => {
    const lax = { ...policy, attacks: { ...policy.attacks, required: [] } };
    expect(line('membership', 55, lax)).toContain('does not demand');
    expect(line('subtraction', 0, lax)).toContain('does not demand');
    expect(line('small-groups', 0, lax)).not.toContain('does not demand');
  });
});

describe('the policy in words', () => {
  it('names the limit of every attack it demands, and only of those', () => {
    expect(attackLimitLines(english.t, policy)).toHaveLength(5);
    const one = { attacks: { ...policy.attacks, required: ['membership' as const] } };
    expect(attackLimitLines(english.t, one)).toEqual([expect.stringContaining('60 times in 100')]);
    const none = { attacks: { ...policy.attacks, required: [] } };
    expect(attackLimitLines(german.t, none)).toEqual(['Das Regelwerk verlangt keinen Angriff.']);
  });
});

describe('time left', () => {
  it.each([
    [undefined, 'time left not known yet'],
    [3, 'a few seconds left'],
    [12, 'about 15 seconds left'],
    [58, 'about 1 minute left'],
    [150, 'about 3 minutes left'],
  ])('%s seconds is told no more exactly than an estimate is worth', (seconds, said) => {
    expect(timeLeftText(english.t, seconds)).toBe(said);
  });
});
