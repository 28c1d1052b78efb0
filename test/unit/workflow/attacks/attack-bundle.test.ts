import { describe, expect, it } from 'vitest';
import type { Released } from '../../../../shared/ledger/released.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { attackNames } from '../../../../shared/policy/attack-limits.ts';
import {
  attackBundle,
  type BundleAttackReport,
  type BundleToAttack,
} from '../../../../shared/workflow/attacks/attack-bundle.ts';
import { attackEvidence } from '../../../../shared/workflow/attack-evidence.ts';
import { ended } from '../../../support/ended.ts';
import { highsSolver } from '../../../support/highs.ts';
import { passedAttacks } from '../../../support/passed-attacks.ts';
import { inA, releaseWith, squareAt, squares } from '../../../support/small-release.ts';

const solver = await highsSolver();
const policy = { ...builtInPolicies.default, narrowestRange: 3 };

function attacksOn(released: Released, more: Partial<BundleToAttack> = {}): readonly BundleAttackReport[] {
  return ended(attackBundle({ released, policy, solver, evidence: {}, earlier: [], ...more }));
}

function outcomesOf(reports: readonly BundleAttackReport[]): Readonly<Record<string, string>> {
  return Object.fromEntries(reports.map(({ report }) => [report.attack, report.outcome]));
}

const byAge = { ageBreaks: [30], totals: true };
const clean = releaseWith(byAge, {
  footfall: [inA(40, '0-29'), inA(50, '30+'), inA(20, 'unknown'), inA(110, 'all')],
});
const quiet = {
  'small-groups': 'pass',
  'recoverable-blanks': 'pass',
  subtraction: 'pass',
  'whole-groups': 'notTested',
  membership: 'notTested',
  recovery: 'notTested',
  reconstruction: 'notTested',
  promise: 'pass',
  usefulness: 'pass',
};

const figure = (persons: number, roundingBase: number) =>
  releaseWith({ roundingBase, minimumPersons: 5 }, { footfall: [inA(persons)] });

describe('attacks on a bundle alone', () => {
  it('find nothing in a release without a leak, and say what they could not try', () => {
    const reports = attacksOn(clean);
    expect(reports.map(({ report }) => report.attack)).toEqual(attackNames);
    expect(outcomesOf(reports)).toEqual(quiet);
    const reasons = reports.flatMap(({ report: { reason } }) => reason ?? []);
    expect(reasons).toEqual(['places-not-told', 'needs-raw-data', 'needs-raw-data', 'needs-raw-data']);
  });

  it('find a blank that the others of its sum give away', () => {
    const leak = releaseWith(byAge, {
      footfall: [inA(40, '0-29'), inA(50, '30+'), inA(93, 'all')],
    });
    expect(outcomesOf(attacksOn(leak))).toEqual({ ...quiet, 'recoverable-blanks': 'fail' });
  });

  it('find a figure below the minimum of the recipe or of the reader, whatever rounding did', () => {
    const strict = { policy: { ...policy, minimumPersons: 20 } };
    expect(outcomesOf(attacksOn(figure(4, 1)))['small-groups']).toBe('fail');
    expect(outcomesOf(attacksOn(figure(18, 1)))['small-groups']).toBe('pass');
    expect(outcomesOf(attacksOn(figure(18, 1), strict))['small-groups']).toBe('fail');
    expect(outcomesOf(attacksOn(figure(18, 3), strict))['small-groups']).toBe('fail');
    expect(outcomesOf(attacksOn(figure(20, 5), strict))['small-groups']).toBe('pass');
  });

  it('find a difference to a zone inside another, and to another bundle of the same days alone', () => {
    const town = [...squares(['a', 'b']), { zoneId: 'town', level: 1, polygons: [squareAt(0), squareAt(1)] }];
    const nested = releaseWith(
      { levels: [1] },
      { footfall: [inA(40), { ...inA(43), zoneId: 'town' }] },
      town,
    );
    expect(outcomesOf(attacksOn(nested))['subtraction']).toBe('fail');
    const now = releaseWith({ ageBreaks: [30] }, { footfall: [inA(40, '0-29')] });
    const before = releaseWith({ ageBreaks: [32] }, { footfall: [inA(43, '0-31')] });
    expect(outcomesOf(attacksOn(now))['subtraction']).toBe('pass');
    const with1 = attacksOn(now, { earlier: [{ id: 'freigabe-2026-05-10-00000001', released: before }] });
    expect(outcomesOf(with1)['subtraction']).toBe('fail');
    const other = { from: '2025-05-04', to: '2025-05-04' };
    const past = { ...before, recipe: { ...before.recipe, period: other } };
    const without = attacksOn(now, { earlier: [{ id: 'freigabe-2025-05-10-00000001', released: past }] });
    expect(without.find(({ report }) => report.attack === 'subtraction')?.report).toMatchObject({
      outcome: 'pass',
      parameters: { compared: 0 },
    });
  });

  it('fail on facts about everybody of a group where the policy forbids them', () => {
    const fact = releaseWith(byAge, { footfall: [inA(40, '0-29'), inA(40, 'all')] });
    const slack = (wholeGroupSlack: number | null) =>
      attacksOn(fact, { policy: { ...policy, wholeGroupSlack } }).find(
        ({ report }) => report.attack === 'whole-groups',
      )?.report;
    expect(slack(0)).toMatchObject({ outcome: 'fail', figures: { found: 1, everyone: 1 } });
    expect(slack(null)).toMatchObject({ outcome: 'notTested', figures: { found: 1 } });
  });

  it('tell the promise for a person beside the smaller one for an event', () => {
    const noisy = releaseWith(
      {
        guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
        maximumGroupsPerPersonDay: 4,
      },
      { footfall: [inA(40)] },
    );
    const reports = attacksOn(noisy);
    expect(outcomesOf(reports)).toEqual({ ...quiet, 'whole-groups': 'pass' });
    const { figures = {}, limit } = reports.find(({ report }) => report.attack === 'promise')?.report ?? {};
    const { epsilon = 0, perGroupEpsilon = 0, certaintyPerGroup = 0, certaintyPerPerson = 0 } = figures;
    expect(limit).toBe(policy.maximumEpsilonHundredths / 100);
    expect(perGroupEpsilon).toBeGreaterThan(0);
    expect(perGroupEpsilon).toBeLessThan(epsilon);
    expect(certaintyPerGroup).toBeGreaterThan(0.5);
    expect(certaintyPerGroup).toBeLessThan(certaintyPerPerson);
  });

  it('show what the signer attests beside what could be tried', () => {
    const evidence = {
      attacks: [...(attackEvidence(passedAttacks, 'classical') as object[]), { attack: 'x' }],
    };
    const reports = attacksOn(clean, { evidence });
    const attested = reports.flatMap((one) => one.attested?.attack ?? []);
    expect(attested).toEqual(
      attackNames.filter((name) => passedAttacks.some(({ attack }) => attack === name)),
    );
    expect(reports.find(({ report }) => report.attack === 'membership')?.report.outcome).toBe('notTested');
    expect(attacksOn(clean, { evidence: 'nothing of the kind' }).every((one) => !one.attested)).toBe(true);
  });
});
