import { describe, expect, it } from 'vitest';
import { registerFaults, registerGate } from '../../../shared/evidence/register-gate.ts';
import type { ObjectionReport } from '../../../shared/extract/understanding.ts';
import { builtInPolicies, type Policy } from '../../../shared/policy/policy.ts';

const asOf = '2026-05-11T04:00:00Z';
const signedAt = Date.parse('2026-05-11T14:00:00Z') / 1000;
const register: ObjectionReport = {
  kind: 'register',
  registered: 2000,
  matched: 150,
  personsBefore: 10_000,
  asOf,
};
const { asOf: _, ...undated } = register;
const none = (reason: string): ObjectionReport => ({ kind: 'none', reason });
const upstream = { date: '2026-05-11', proof: 'Audit report 17' };

const gate = (objections: ObjectionReport, change: Partial<Policy> = {}, at = signedAt) =>
  registerGate({ objections, policy: { ...builtInPolicies.default, ...change }, signedAt: at });

describe('the gate of the objection register', () => {
  it('holds for a recent register that matches a believable number of people', () => {
    expect(gate(register)).toEqual({
      id: 'objection-register',
      kind: 'attested',
      outcome: 'pass',
      detail: {
        register: 'applied',
        registered: 2000,
        matched: 150,
        fewestMatched: 1,
        personsBefore: 10_000,
        asOf,
        ageHours: 10,
        limitHours: 24,
      },
    });
  });

  const failing: readonly (readonly [string, ObjectionReport, Partial<Policy>, number])[] = [
    ['not-permitted', none('none kept'), {}, signedAt],
    ['no-reason', none(' '), { allowNoObjectionRegister: true }, signedAt],
    ['no-as-of', undated, {}, signedAt],
    ['no-as-of', { ...register, asOf: '2026-02-30T00:00:00Z' }, {}, signedAt],
    ['too-old', register, {}, signedAt + 14 * 3600 + 1],
    ['from-the-future', register, {}, Date.parse(asOf) / 1000 - 1],
    ['too-few', { ...register, matched: 49 }, { minimumObjectionsPer100000: 500 }, signedAt],
    ['too-few', { ...register, matched: 0 }, {}, signedAt],
    ['too-few', { ...register, matched: 0, registered: 0 }, { minimumObjectionsPer100000: 0 }, signedAt],
    [
      'upstream-in-the-future',
      none(''),
      { objectionsUpstream: { ...upstream, date: '2026-05-13' } },
      signedAt,
    ],
    ['no-as-of, too-few', { ...undated, matched: 0 }, {}, signedAt],
  ];
  it.each(failing)('fails as %s', (faults, objections, policy, at) => {
    const result = gate(objections, policy, at);
    expect(result.outcome).toBe('fail');
    expect(result.detail['faults']).toBe(faults);
  });

  it('is seen to fail in every way it can', () => {
    const seen = new Set(failing.flatMap(([faults]) => faults.split(', ')));
    expect(seen).toEqual(new Set(registerFaults));
  });

  it('says the age, rounded up so that it is seen to be over the limit', () => {
    const { detail } = gate(register, {}, signedAt + 14 * 3600 + 1);
    expect([detail['ageHours'], detail['limitHours']]).toEqual([25, 24]);
    expect(gate(register, {}, signedAt + 14 * 3600).outcome).toBe('pass');
  });

  it('holds at the bounds, and does not look at the age where the policy does not', () => {
    expect(gate({ ...register, matched: 50 }, { minimumObjectionsPer100000: 500 }).outcome).toBe('pass');
    expect(gate(register, {}, Date.parse(asOf) / 1000).outcome).toBe('pass');
    expect(gate(undated, { maximumRegisterAgeHours: null }).outcome).toBe('pass');
    expect(gate(none('not kept here'), { allowNoObjectionRegister: true }).outcome).toBe('pass');
    expect(gate({ ...register, matched: 0 }, { minimumObjectionsPer100000: 0 }).outcome).toBe('pass');
  });

  it('takes the record of objections applied upstream for a missing or small register, and says so', () => {
    const recorded = { objectionsUpstream: upstream };
    const told = { upstreamDate: '2026-05-11', upstreamProof: 'Audit report 17' };
    expect(gate(none(''), recorded)).toMatchObject({ outcome: 'pass', detail: told });
    expect(gate({ ...register, matched: 0 }, recorded)).toMatchObject({ outcome: 'pass', detail: told });
    expect(gate(register, recorded, signedAt + 86_400)).toMatchObject({
      outcome: 'fail',
      detail: { ...told, faults: 'too-old' },
    });
  });
});
