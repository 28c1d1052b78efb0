import { expect, test } from 'vitest';
import { exactCounts } from '../../../../shared/attacks/count-rule.ts';
import { membershipAttack } from '../../../../shared/attacks/membership/membership-attack.ts';
import { usualMembershipOptions } from '../../../../shared/attacks/membership/options.ts';
import { played } from '../../../support/played.ts';
import { hourlyTown, hourlyTraces } from '../../../support/populations/hourly-town.ts';

const traces = hourlyTraces(hourlyTown('small', 400, 6, 2));
const input = { traces, rule: exactCounts, zeroMeansNobody: true };
const options = {
  ...usualMembershipOptions,
  seed: 'unit',
  groupSize: 30,
  referenceGroups: 20,
  testGroups: 20,
  targets: 50,
};

test('the same seed gives the same result, another seed another', () => {
  const first = played(membershipAttack(input, options));
  expect(played(membershipAttack(input, options))).toEqual(first);
  expect(played(membershipAttack(input, { ...options, seed: 'other' }))).not.toEqual(first);
});

test('the result counts every target once and names no person', () => {
  const result = played(membershipAttack(input, options));
  if (result.outcome !== 'tested') throw new Error(result.reason);
  expect(result.targets).toBe(50);
  expect(result.strata.reduce((sum, { targets }) => sum + targets, 0)).toBe(50);
  for (const { aucHistogram, auc } of result.knowledge) {
    expect(aucHistogram.reduce((a, b) => a + b, 0)).toBe(50);
    expect(auc.low).toBeLessThanOrEqual(auc.mean);
    expect(auc.high).toBeGreaterThanOrEqual(auc.mean);
  }
  expect(result.knowledge.map(({ knownShare }) => knownShare)).toEqual([1, 0.25, 0.1]);
  expect(result.hiddenShare).toBe(0);
});

test('a figure that proves absence never speaks against a target who is in', () => {
  const lone = { ...input, rule: (_: number, persons: number): number => (persons === 0 ? 0 : Number.NaN) };
  const result = played(membershipAttack(lone, options));
  if (result.outcome !== 'tested') throw new Error(result.reason);
  const [full] = result.knowledge;
  // Only zeros are shown: whoever is contradicted is out, so each contradicted game is won and each other one is a coin flip at least.
  expect(full?.auc.mean).toBeGreaterThanOrEqual(0.5 + (full?.contradicted ?? 1) / 2 - 0.02);
});

test('progress rises to its end', () => {
  let last = -1;
  for (const { done, total } of membershipAttack(input, options)) {
    expect(done).toBeGreaterThanOrEqual(last);
    expect(done).toBeLessThan(total);
    last = done;
  }
  expect(last).toBe(39);
});

test('too few people or trials are not tested, and say why', () => {
  const few = hourlyTraces(hourlyTown('few', 150, 4, 1));
  expect(played(membershipAttack({ ...input, traces: few }, options))).toEqual({
    outcome: 'notTested',
    reason: 'too-few-persons',
  });
  expect(played(membershipAttack(input, { ...options, testGroups: 5 }))).toEqual({
    outcome: 'notTested',
    reason: 'too-few-trials',
  });
});
