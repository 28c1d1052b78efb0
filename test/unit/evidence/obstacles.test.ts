import { describe, expect, it } from 'vitest';
import { obstacles } from '../../../shared/evidence/obstacles.ts';
import { builtInPolicies, Policy } from '../../../shared/policy/policy.ts';

const policy = builtInPolicies.default;
const extract = { persons: 5000, days: 7 };
const kinds = (change: Partial<Policy>, size = extract) =>
  obstacles(Policy.parse({ ...policy, ...change }), size).map(({ kind }) => kind);

describe('a policy no recipe can meet', () => {
  it('is none of the built-in ones', () => {
    for (const one of Object.values(builtInPolicies)) expect(obstacles(one, extract)).toEqual([]);
  });

  it('asks for more persons than the extract has', () => {
    expect(kinds({ minimumPersons: 5000 })).toEqual([]);
    expect(kinds({ minimumPersons: 5001 })).toEqual(['minimum-above-extract']);
    expect(obstacles({ ...policy, minimumPersons: 5001 })).toEqual([]);
  });

  it('allows noise alone and an epsilon below that of the smallest budget', () => {
    const strict: Partial<Policy> = { maximumEpsilonHundredths: 1, minimumDeltaExponent: 15 };
    expect(kinds({ ...strict, guarantees: ['differentialPrivacy'] })).toEqual(['epsilon-out-of-reach']);
    expect(kinds({ ...strict, guarantees: ['classical', 'differentialPrivacy'] })).toEqual([]);
    expect(kinds({ maximumEpsilonHundredths: 1, guarantees: ['differentialPrivacy'] })).toEqual([]);
  });

  it('believes a register only when nobody is left', () => {
    const all: Partial<Policy> = { minimumObjectionsPer100000: 100_000 };
    expect(kinds(all)).toEqual(['everybody-objects']);
    expect(kinds({ ...all, allowNoObjectionRegister: true })).toEqual([]);
    expect(kinds({ ...all, objectionsUpstream: { date: '2026-01-01', proof: 'Letter' } })).toEqual([]);
  });

  it('wants more nights than the extract has, and no table without homes', () => {
    expect(kinds({ minimumNights: 9, products: ['catchment'] })).toEqual(['nights-beyond-extract']);
    expect(kinds({ minimumNights: 8, products: ['catchment'] })).toEqual([]);
    expect(kinds({ minimumNights: 9 })).toEqual([]);
  });
});
