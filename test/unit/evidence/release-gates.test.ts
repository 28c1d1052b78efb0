import { describe, expect, it } from 'vitest';
import type { FiguresOfTable } from '../../../shared/evidence/figure-gates.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import { gateIds, gateResult } from '../../../shared/evidence/gate.ts';
import { releaseGates, type GateSubject } from '../../../shared/evidence/release-gates.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { RecipientProfile } from '../../../shared/recipe/recipe.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { passedAttacks } from '../../support/passed-attacks.ts';

const recipe = {
  ...presets.conservative,
  sensitivePlaces: { categories: ['hospital' as const, 'court' as const], radiusMetres: 250 },
  terms: {
    ...presets.conservative.terms,
    dpiaReference: 'DSFA 7/2026',
    recipientProfile: 'buyer' as RecipientProfile,
    reviewBy: '2026-06-19',
  },
  releaseDate: '2026-05-20',
  period: { from: '2026-05-04', to: '2026-05-10' },
};
const signedAt = Date.parse('2026-05-28T21:00:00Z') / 1000;
const asOf = '2026-05-28T20:00:00Z';
const table: FiguresOfTable = {
  product: 'footfall',
  persons: Int32Array.of(30, -1, 0, 40),
  status: Uint8Array.of(0, 1, 2, 0),
  raw: Int32Array.of(33, 0, 0, 30),
  rawPersons: Int32Array.of(34, 0, 0, 35),
};
const subject: GateSubject = {
  recipe,
  policy: {
    ...builtInPolicies.default,
    wholeGroupSlack: 1,
    signing: { comment: true, dpiaReference: true, recipientProfile: true, reviewByDays: 30 },
    sensitiveCategories: ['hospital', 'court'],
    absentCategories: ['court'],
  },
  places: { hospital: 2 },
  organisation: 'Beispielnetz',
  comment: 'every district was looked at',
  objections: { kind: 'register', registered: 10, matched: 3, personsBefore: 1000, asOf },
  tables: [table],
  audit: { exact: 0, narrow: 0, safe: 3, notTested: 0 },
  wholeGroups: [{ product: 'footfall', wholeGroups: { found: 0 } }],
  attacks: passedAttacks,
  tableFaults: [],
  earlierReleases: gateResult('earlier-releases', 'attested', true),
  yearlyBudget: [gateResult('yearly-budget', 'attested', true)],
  signedAt,
};
const figures = (change: Partial<FiguresOfTable>): Partial<GateSubject> => ({
  tables: [table, { ...table, product: 'dwell', ...change }],
});
const withNoise = (change: Partial<FiguresOfTable>): Partial<GateSubject> => ({
  recipe: {
    ...recipe,
    guarantee: { kind: 'classical', cellKeyNoise: { maximumNoise: 6, variance: '2.5', smallestFigure: 2 } },
  },
  tables: [{ ...table, ...change }],
});
const budgeted = {
  ...recipe,
  maximumGroupsPerPersonDay: 24,
  guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
} as const;
const terms = (change: Partial<typeof recipe.terms>): Partial<GateSubject> => ({
  recipe: { ...recipe, terms: { ...recipe.terms, ...change } },
});

const afterAttack = (attack: AttackName, change: Partial<AttackReport>): Partial<GateSubject> => ({
  attacks: passedAttacks.map((report) => (report.attack === attack ? { ...report, ...change } : report)),
});

const failing: readonly (readonly [(typeof gateIds)[number], string, Partial<GateSubject>])[] = [
  ['terms-complete', 'no purpose', terms({ purpose: ' ' })],
  ['terms-complete', 'no legal basis', terms({ legalBasis: '' })],
  ['terms-complete', 'no recipient', terms({ recipient: '' })],
  ['terms-complete', 'no organisation', { organisation: '' }],
  ['terms-complete', 'no period', { recipe: { ...recipe, period: null } }],
  ['terms-complete', 'no date', { recipe: { ...recipe, releaseDate: '' } }],
  ['signing-comment', 'no word of the signer', { comment: ' ' }],
  ['dpia-reference', 'no assessment named', terms({ dpiaReference: '' })],
  ['recipient-profile', 'nobody it is meant for', terms({ recipientProfile: '' })],
  ['review-by', 'a day of review too far off', terms({ reviewBy: '2026-06-20' })],
  ['policy-kept', 'a floor above the recipe', { policy: { ...builtInPolicies.default, minimumPersons: 31 } }],
  ['minimum-persons', 'one group of one person too few', figures({ raw: Int32Array.of(29, 0, 0, 35) })],
  ['rounding', 'a figure that is not rounded', figures({ persons: Int32Array.of(34, -1, 0, 40) })],
  ['rounding', 'a figure in a suppressed row', figures({ persons: Int32Array.of(30, 10, 0, 40) })],
  ['rounding', 'a zero that is none', figures({ persons: Int32Array.of(30, -1, 10, 40) })],
  ['rounding', 'more than the noise explains', withNoise({ persons: Int32Array.of(50, -1, 0, 40) })],
  ['rounding', 'less than the noise explains', withNoise({ persons: Int32Array.of(20, -1, 0, 40) })],
  ['rounding', 'noise that is not rounded', withNoise({ persons: Int32Array.of(33, -1, 0, 40) })],
  [
    'rounding',
    'a figure of differential privacy that is not rounded',
    { recipe: budgeted, ...figures({ persons: Int32Array.of(34, -1, 0, 40) }) },
  ],
  [
    'recoverable-blanks',
    'a group that can be worked out',
    { audit: { exact: 1, narrow: 0, safe: 3, notTested: 0 } },
  ],
  [
    'whole-groups',
    'everyone of a group in one category',
    {
      wholeGroups: [
        { product: 'footfall', wholeGroups: { found: 0 } },
        { product: 'dwell', wholeGroups: { found: 2, group: 'west', category: '5-15' } },
      ],
    },
  ],
  ['places-known', 'no place of a demanded kind in the files', { places: { school: 1 } }],
  ['subtraction', 'an attack that succeeds', afterAttack('subtraction', { outcome: 'fail' })],
  ['sensitive-places', 'an attack that succeeds', afterAttack('whole-groups', { outcome: 'fail' })],
  ['membership', 'an attack that succeeds', afterAttack('membership', { outcome: 'fail' })],
  ['recovery', 'an attack that succeeds', afterAttack('recovery', { outcome: 'fail' })],
  ['reconstruction', 'an attack that succeeds', afterAttack('reconstruction', { outcome: 'fail' })],
  [
    'budget',
    'an epsilon above the limit',
    {
      recipe: {
        ...recipe,
        maximumGroupsPerPersonDay: 4,
        guarantee: { kind: 'differentialPrivacy', rho: '5', deltaExponent: 6 },
      },
    },
  ],
  [
    'earlier-releases',
    'a difference to an earlier one',
    { earlierReleases: gateResult('earlier-releases', 'attested', false) },
  ],
  [
    'yearly-budget',
    'a year that was spent',
    { yearlyBudget: [gateResult('yearly-budget', 'attested', false)] },
  ],
  ['table-schema', 'a fault of the table', { tableFaults: ['line 2: the same group stands twice'] }],
  [
    'objection-register',
    'a register nobody is in',
    {
      objections: { kind: 'register', registered: 0, matched: 0, personsBefore: 1000, asOf },
    },
  ],
  [
    'objection-register',
    'a register that matches nobody',
    {
      objections: { kind: 'register', registered: 9, matched: 0, personsBefore: 1000, asOf },
    },
  ],
  [
    'objection-register',
    'none, where the policy wants one',
    { objections: { kind: 'none', reason: 'upstream' } },
  ],
  [
    'objection-register',
    'none, without a reason',
    { policy: builtInPolicies.solo, objections: { kind: 'none', reason: ' ' } },
  ],
];
const nothing = {
  tables: [{ ...table, persons: Int32Array.of(-1), status: Uint8Array.of(1) }],
};

describe('the gates of a release', () => {
  it('all pass for a subject that keeps every rule', () => {
    const gates = releaseGates(subject);
    expect(gates.map(({ id }) => id)).toEqual(gateIds);
    expect(gates.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
  });

  it.each([...failing, ['something-published', 'a table without a figure', nothing] as const])(
    'fail one by one: %s by %s',
    (id, _, change) => {
      const failed = releaseGates({ ...subject, ...change }).filter(({ outcome }) => outcome === 'fail');
      expect(failed.map((gate) => gate.id)).toEqual([id]);
    },
  );

  it('take a figure that noise explains, also one below the minimum', () => {
    for (const persons of [30, 40]) {
      const change = withNoise({ persons: Int32Array.of(persons, -1, 0, 40) });
      expect(releaseGates({ ...subject, ...change }).find(({ id }) => id === 'rounding')?.outcome).toBe(
        'pass',
      );
    }
    const few = withNoise({ persons: Int32Array.of(20, -1, 0, 40), rawPersons: Int32Array.of(30, 0, 0, 35) });
    const gates = releaseGates({ ...subject, ...few });
    expect(gates.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
  });

  it('leave facts about whole groups out where the policy sets no rule, and tell an example where it does', () => {
    const found = [{ product: 'dwell', wholeGroups: { found: 2, group: 'west', category: '5-15' } }] as const;
    const free = releaseGates({
      ...subject,
      policy: { ...subject.policy, wholeGroupSlack: null },
      wholeGroups: found,
    });
    expect(free.map(({ id }) => id)).toEqual(gateIds.filter((id) => id !== 'whole-groups'));
    const gate = releaseGates({ ...subject, wholeGroups: found }).find(({ id }) => id === 'whole-groups');
    expect(gate?.detail).toEqual({ slack: 1, found: 2, product: 'dwell', group: 'west', category: '5-15' });
    const unlooked = releaseGates({ ...subject, wholeGroups: [{ product: 'dwell' }] });
    expect(unlooked.find(({ id }) => id === 'whole-groups')?.outcome).toBe('notTested');
  });

  it('let a policy do without a register when the reason is recorded', () => {
    const without = {
      policy: builtInPolicies.solo,
      objections: { kind: 'none', reason: 'upstream' },
    } as const;
    expect(releaseGates({ ...subject, ...without }).every(({ outcome }) => outcome === 'pass')).toBe(true);
  });

  it('are each shown to be able to fail', () => {
    expect(new Set([...failing.map(([id]) => id), 'something-published'])).toEqual(new Set(gateIds));
  });
});
