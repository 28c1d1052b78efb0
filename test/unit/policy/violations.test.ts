import { describe, expect, it } from 'vitest';
import { builtInPolicies, Policy } from '../../../shared/policy/policy.ts';
import { violations } from '../../../shared/policy/violations.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

const recipe: Recipe = { ...presets.conservative, ageBreaks: [18, 30] };
const policy = builtInPolicies.default;

describe('what a policy allows', () => {
  it.each(Object.entries(presets))('covers the preset %s', (_, preset) => {
    for (const one of Object.values(builtInPolicies)) expect(violations(preset, one)).toEqual([]);
  });

  const broken: Readonly<Record<string, readonly [Partial<Recipe>, Partial<Policy>]>> = {
    'minimum-persons': [{ minimumPersons: 29 }, { minimumPersons: 30 }],
    'rounding-base': [{ roundingBase: 31 }, {}],
    'time-bin': [{ timeBin: 'quarterHour' }, { timeBins: ['hour', 'day'] }],
    'h3-resolution': [{ zones: { kind: 'h3', resolution: 11 } }, {}],
    'age-breaks': [{ ageBreaks: [17, 30] }, {}],
  };
  it.each(Object.entries(broken))('is broken by %s alone', (rule, [change, limits]) => {
    expect(violations({ ...recipe, ...change }, { ...policy, ...limits }).map((one) => one.rule)).toEqual([
      rule,
    ]);
  });

  it('is kept at its limits', () => {
    const edge: Recipe = {
      ...recipe,
      minimumPersons: 5,
      roundingBase: 5,
      zones: { kind: 'h3', resolution: 10 },
    };
    expect(violations(edge, policy)).toEqual([]);
  });

  it('can raise the floor for persons and never lower it', () => {
    expect(Policy.safeParse({ ...policy, minimumPersons: 4 }).success).toBe(false);
    expect(Policy.safeParse({ ...policy, minimumPersons: 50 }).success).toBe(true);
  });
});
