import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../shared/base/json.ts';
import type { OpenedBundle, SeenSignature } from '../../../shared/bundle/report.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import type { JudgedRule } from '../../../shared/ipc/judged-rule.ts';
import { builtInPolicies, type Policy } from '../../../shared/policy/policy.ts';
import { judgeBundle } from '../../../shared/workflow/judge-bundle.ts';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { smallRelease, smallTrust, threeSteps } from '../../support/small-bundle.ts';

let contents: OpenedBundle;
let signatures: readonly SeenSignature[];
const trust = smallTrust();

beforeAll(async () => {
  const report = await verifyBundle(await smallRelease({}, threeSteps), trust, nodeCrypto);
  if (report.contents === undefined) throw new Error('the small bundle does not open');
  ({ contents, signatures } = { contents: report.contents, signatures: report.signatures });
});

const policy: Policy = builtInPolicies.default;

interface Change {
  readonly policy?: Partial<Policy>;
  readonly evidence?: Json;
  readonly recipe?: Partial<OpenedBundle['recipe']>;
  readonly signatures?: readonly SeenSignature[];
}

/** The rule called `name`, held against the small bundle with changes; undefined where there is none. */
function judged(name: string, change: Change = {}): JudgedRule | undefined {
  const changed: OpenedBundle = {
    ...contents,
    recipe: { ...contents.recipe, ...change.recipe },
    ...(change.evidence !== undefined && { evidence: change.evidence }),
  };
  const bundle = { contents: changed, signatures: change.signatures ?? signatures, trust };
  return judgeBundle(bundle, { ...policy, ...change.policy }).find(({ rule }) => rule === name);
}

const attack = (name: string, more: Readonly<Record<string, Json>>): Json => ({
  attacks: [{ attack: name, version: 1, outcome: 'pass', parameters: {}, ...more }],
});

describe('the recipe under another policy', () => {
  test('is told rule by rule, kept ones too', () => {
    expect(judged('minimum-persons')).toEqual({
      part: 'recipe',
      rule: 'minimum-persons',
      asked: '20',
      allowed: '>= 5',
      verdict: 'holds',
      kind: 'recomputable',
    });
    expect(judged('minimum-persons', { policy: { minimumPersons: 30 } })).toMatchObject({
      allowed: '>= 30',
      verdict: 'broken',
    });
  });
});

describe('the smallest figure against a minimum', () => {
  // The small bundle rounds to 10 and its smallest figure is 170: at least 165 persons, at most 174.
  test.each([
    [20, 'holds', 'recomputable'],
    [165, 'holds', 'recomputable'],
    [166, 'unknown', 'recomputable'],
    [174, 'unknown', 'recomputable'],
    [175, 'broken', 'recomputable'],
  ] as const)('%i: %s', (minimumPersons, verdict, kind) => {
    expect(judged('figures-minimum', { policy: { minimumPersons } })).toMatchObject({
      asked: '170',
      verdict,
      kind,
    });
  });

  test('between both, the recipe’s own minimum decides, by the word of the signers', () => {
    const change = { policy: { minimumPersons: 170 }, recipe: { minimumPersons: 170 } };
    expect(judged('figures-minimum', change)).toMatchObject({ verdict: 'holds', kind: 'attested' });
  });
});

describe('limits of attacks', () => {
  test('an attack nobody attests is broken, as is one that was not tested', () => {
    expect(judged('membership')).toMatchObject({ verdict: 'broken', reason: 'not-tested', asked: '-' });
    const evidence = attack('membership', { outcome: 'notTested', reason: 'too-few' });
    expect(judged('membership', { evidence })).toMatchObject({ verdict: 'broken', reason: 'not-tested' });
  });

  test.each([
    ['57.3', 60, 'pass', 60, 'holds'],
    ['57.3', 60, 'pass', 57, 'broken'],
    [60, 60, 'fail', 60, 'broken'],
    [60, 60, 'pass', 60, 'holds'],
    [60, 65, 'pass', 60, 'unknown'],
  ] as const)(
    'measured %s under %i (%s), here at most %i: %s',
    (...[measured, limit, outcome, own, verdict]) => {
      const evidence = attack('membership', { measured, limit, outcome });
      const change = { evidence, policy: { attacks: { ...policy.attacks, membershipPercent: own } } };
      expect(judged('membership', change)).toMatchObject({ asked: `${measured}`, verdict });
    },
  );

  test.each([
    [60, 'pass', 60, 'holds'],
    [55, 'pass', 60, 'holds'],
    [65, 'pass', 60, 'unknown'],
    [65, 'fail', 60, 'broken'],
    [55, 'fail', 60, 'unknown'],
  ] as const)('only its end is told: under %i %s, here at most %i: %s', (limit, outcome, own, verdict) => {
    const evidence = attack('membership', { limit, outcome });
    const change = { evidence, policy: { attacks: { ...policy.attacks, membershipPercent: own } } };
    expect(judged('membership', change)).toMatchObject({ verdict });
  });

  test('what has nothing to read is not asked for', () => {
    const evidence = attack('recovery', { outcome: 'notTested', reason: 'no-footfall' });
    expect(judged('recovery', { evidence })).toBeUndefined();
    expect(judged('recovery')).toBeDefined();
  });

  test('a range of hidden groups that was allowed to be narrower is not known to hold', () => {
    const evidence = attack('recoverable-blanks', { parameters: { narrowestRange: 3 } });
    const under = (narrowestRange: number) =>
      judged('blanks-range', { evidence, policy: { narrowestRange } })?.verdict;
    expect([under(2), under(3), under(4)]).toEqual(['holds', 'holds', 'unknown']);
  });
});

describe('who signed', () => {
  test('approvals of distinct known persons are counted', () => {
    const verdicts = [2, 3].map((approvals) => judged('approvals', { policy: { approvals } }));
    expect(verdicts).toMatchObject([
      { asked: '2', verdict: 'holds' },
      { asked: '2', verdict: 'broken' },
    ]);
  });

  test('approvals by keys nobody knows may be enough or not', () => {
    const strangers = signatures.map((one) => ({ ...one, known: false }));
    expect(judged('approvals', { signatures: strangers })).toMatchObject({ asked: '0', verdict: 'unknown' });
  });

  test('the preparer does not count as an approver unless one person may do both', () => {
    const [petra] = signatures;
    if (petra === undefined) throw new Error('nobody signed');
    const alone = [petra, { ...petra, decision: 'approve' }];
    const under = (solo: boolean) =>
      judged('approvals', { signatures: alone, policy: { approvals: 1, solo } });
    expect([under(false)?.verdict, under(true)?.verdict]).toEqual(['broken', 'holds']);
  });

  test('what must be said is looked for', () => {
    const signing = { comment: true, dpiaReference: true, recipientProfile: true, reviewByDays: 30 };
    const verdicts = ['signed-comment', 'dpia-reference', 'recipient-profile', 'review-by'].map(
      (rule) => judged(rule, { policy: { signing } })?.verdict,
    );
    expect(verdicts).toEqual(['broken', 'broken', 'broken', 'broken']);
    expect(judged('dpia-reference')).toBeUndefined();
  });
});
