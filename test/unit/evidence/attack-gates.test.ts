import { expect, test } from 'vitest';
import { attackGates } from '../../../shared/evidence/attack-gates.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { passedAttacks } from '../../support/passed-attacks.ts';

const limits = builtInPolicies.default.attacks;

test('an attack the policy demands and nobody tried is not tested', () => {
  const gates = attackGates(
    limits,
    passedAttacks.filter(({ attack }) => attack !== 'membership'),
  );
  expect(gates.map(({ id, outcome }) => [id, outcome])).toEqual([
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
  for (const { outcome, detail } of attackGates(limits, tried)) {
    expect(outcome).toBe('notTested');
    expect(detail['reason']).toBe('too-few-persons');
  }
});

test('what the gate looked at and the limit are told to one decimal', () => {
  const reports = passedAttacks
    .filter(({ attack }) => attack === 'membership')
    .map((report) => ({ ...report, measured: 57.1234, limit: 60 }));
  const [gate] = attackGates({ required: ['membership'] }, reports);
  expect(gate?.detail).toEqual({ measured: 57.1, limit: 60 });
});

test('a policy that demands none has none of these gates', () => {
  expect(attackGates({ required: [] }, passedAttacks)).toEqual([]);
});
