import { expect, test } from 'vitest';
import { attackGates, noPlacesOpen, noSeries } from '../../../shared/evidence/attack-gates.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { passedAttacks } from '../../support/passed-attacks.ts';

const policy = builtInPolicies.default;
const demanding = (...required: (typeof policy.attacks.required)[number][]): typeof policy => ({
  ...policy,
  attacks: { ...policy.attacks, required },
});

test('an attack the policy demands and nobody tried is not tested', () => {
  const gates = attackGates(
    policy,
    passedAttacks.filter(({ attack }) => attack !== 'membership'),
  );
  expect(gates.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['subtraction', 'pass'],
    ['sensitive-places', 'pass'],
    ['membership', 'notTested'],
    ['recovery', 'pass'],
    ['reconstruction', 'pass'],
  ]);
});

test('an attack that could not be tried says why and does not pass', () => {
  const tried = passedAttacks.map((report) => ({
    ...report,
    outcome: 'notTested' as const,
    reason: 'too-few-persons',
  }));
  for (const { outcome, detail } of attackGates(policy, tried)) {
    expect(outcome).toBe('notTested');
    expect(detail['reason']).toBe('too-few-persons');
  }
});

test('what the gate looked at and the limit are told to one decimal', () => {
  const reports = passedAttacks
    .filter(({ attack }) => attack === 'membership')
    .map((report) => ({ ...report, measured: 57.1234, limit: 60 }));
  const [gate] = attackGates(demanding('membership'), reports);
  expect(gate?.detail).toEqual({ measured: 57.1, limit: 60 });
});

test('a policy that demands none has none of these gates', () => {
  expect(attackGates(demanding(), passedAttacks)).toEqual([]);
});

test('without a file of sensitive places no gate asks about them, unless the policy wants some masked', () => {
  const reports = passedAttacks
    .filter(({ attack }) => attack === 'whole-groups')
    .map((report) => ({ ...report, outcome: 'notTested' as const, reason: noPlacesOpen }));
  expect(attackGates(demanding('whole-groups'), reports)).toEqual([]);
  const masking = { ...demanding('whole-groups'), sensitiveCategories: ['hospital' as const] };
  expect(attackGates(masking, reports).map(({ outcome }) => outcome)).toEqual(['notTested']);
});

test.each(noSeries)(
  'where following people has nothing to read (%s) no gate claims that it held',
  (reason) => {
    const reports = passedAttacks.map((report) =>
      report.attack === 'recovery' ? { ...report, outcome: 'notTested' as const, reason } : report,
    );
    expect(attackGates(demanding('recovery'), reports)).toEqual([]);
    const gaveUp = reports.map((report) => ({ ...report, reason: 'nothing-to-score' }));
    expect(attackGates(demanding('recovery'), gaveUp).map(({ outcome }) => outcome)).toEqual(['notTested']);
  },
);
