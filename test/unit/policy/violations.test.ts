import { describe, expect, it } from 'vitest';
import { builtInPolicies, Policy } from '../../../shared/policy/policy.ts';
import { ruleNames, violations } from '../../../shared/policy/violations.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

const recipe: Recipe = { ...presets.conservative, ageBreaks: [18, 30] };
const policy = builtInPolicies.default;
const period = { from: '2026-05-04', to: '2026-05-10' };
const noisy: Partial<Recipe> = {
  period,
  maximumGroupsPerPersonDay: 24,
  guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
};

describe('what a policy allows', () => {
  it.each(Object.entries(presets))('covers the preset %s', (_, preset) => {
    for (const one of Object.values(builtInPolicies))
      expect(violations({ ...preset, period }, one)).toEqual([]);
  });

  const broken: Readonly<Record<string, readonly [Partial<Recipe>, Partial<Policy>]>> = {
    'minimum-persons': [{ minimumPersons: 29 }, { minimumPersons: 30 }],
    'rounding-base': [{ roundingBase: 31 }, {}],
    'time-bin': [{ timeBin: 'quarterHour' }, { timeBins: ['hour', 'day'] }],
    'h3-resolution': [{ zones: { kind: 'h3', resolution: 11 } }, {}],
    'age-breaks': [{ ageBreaks: [17, 30] }, {}],
    products: [{ products: ['footfall', 'flows'] }, { products: ['footfall'] }],
    'dwell-breaks': [{ products: ['dwell'], dwellBreaks: [4, 15] }, {}],
    'minimum-nights': [{ products: ['catchment'], minimumNights: 2 }, {}],
    'machine-like': [{ machineLike: 'count' }, { excludeMachineLike: true }],
    'sensitive-places': [{}, { sensitiveCategories: ['hospital'] }],
    'sensitive-radius': [
      { sensitivePlaces: { categories: ['hospital'], radiusMetres: 99 } },
      { sensitiveCategories: ['hospital'], sensitiveRadiusMetres: 100 },
    ],
    guarantee: [{}, { guarantees: ['differentialPrivacy'] }],
    'cell-key-noise': [
      {
        guarantee: {
          kind: 'classical',
          cellKeyNoise: { maximumNoise: 4, variance: '1.8', smallestFigure: 1 },
        },
      },
      { allowCellKeyNoise: false },
    ],
    'zero-groups': [{ zeroGroups: 'shown' }, {}],
    delta: [{ ...noisy, guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 5 } }, {}],
    'person-bound': [{ ...noisy, maximumGroupsPerPersonDay: null }, {}],
    'fixed-period': [{ ...noisy, period: null }, {}],
    'levels-with-noise': [{ ...noisy, levels: [1] }, {}],
    'extrapolate-with-noise': [{ ...noisy, extrapolate: true }, {}],
    'trips-with-noise': [{ ...noisy, trips: true }, {}],
  };
  it('has a test for every rule', () => {
    expect(Object.keys(broken).toSorted()).toEqual(ruleNames.toSorted());
  });

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

  it('is not broken by parameters of tables that are not released', () => {
    expect(violations({ ...recipe, dwellBreaks: [1], minimumNights: 1 }, policy)).toEqual([]);
    expect(violations({ ...recipe, ...noisy }, policy)).toEqual([]);
  });

  it('names every kind of place that is left out', () => {
    const some: Recipe = { ...recipe, sensitivePlaces: { categories: ['court'], radiusMetres: 250 } };
    expect(violations(some, { ...policy, sensitiveCategories: ['hospital', 'court', 'school'] })).toEqual([
      { rule: 'sensitive-places', asked: 'court', allowed: '+ hospital, school' },
    ]);
  });

  it('can raise the floor for persons and never lower it', () => {
    expect(Policy.safeParse({ ...policy, minimumPersons: 4 }).success).toBe(false);
    expect(Policy.safeParse({ ...policy, minimumPersons: 50 }).success).toBe(true);
  });
});
