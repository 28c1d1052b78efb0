import { describe, expect, it } from 'vitest';
import { neededBy, switchedTo } from '../../../../renderer/desk/state/guarantee-switch.ts';
import { recipeFromFile } from '../../../../renderer/desk/state/recipe-from-file.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { violations } from '../../../../shared/policy/violations.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { understanding } from '../fake-services.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';

const present: Recipe = {
  ...presets.conservative,
  zones: { kind: 'h3', resolution: 8 },
  period: { from: '2026-05-04', to: '2026-05-10' },
  releaseDate: '2026-05-20',
};
const file: Recipe = {
  ...presets['swiss-like'],
  title: 'From a file',
  terms: {
    purpose: 'p',
    legalBasis: 'l',
    recipient: 'r',
    recipientProfile: '' as const,
    dpiaReference: '',
    reviewBy: '',
  },
  products: ['footfall', 'dwell'],
  levels: [1],
  releaseDate: '2025-01-01',
  period: { from: '2026-05-05', to: '2026-05-06' },
};

describe('a recipe from a file', () => {
  it('brings everything the open extract has room for', () => {
    const { recipe, left } = recipeFromFile(file, present, understanding);
    expect(left).toEqual([]);
    expect(recipe).toEqual({ ...file, releaseDate: '2026-05-20' });
  });

  it('leaves what belongs to another extract, and says so', () => {
    const other = { ...file, timeZone: 'Europe/Lisbon', period: { from: '2026-04-30', to: '2026-05-06' } };
    const { recipe, left } = recipeFromFile(other, present, { ...understanding, polygons: 0 });
    expect(left).toEqual(['timeZone', 'zones', 'period']);
    expect(recipe).toMatchObject({
      timeZone: present.timeZone,
      zones: present.zones,
      levels: [],
      period: present.period,
      minimumPersons: 20,
      products: ['footfall', 'dwell'],
    });
  });

  it('does not empty terms that were written', () => {
    const blank = {
      ...file,
      terms: {
        purpose: '',
        legalBasis: '',
        recipient: '',
        recipientProfile: '' as const,
        dpiaReference: '',
        reviewBy: '',
      },
    };
    expect(recipeFromFile(blank, present, understanding).recipe.terms).toEqual(present.terms);
  });
});

describe('switching the guarantee', () => {
  const days = { firstDay: '2026-05-04', lastDay: '2026-05-10' };

  it('sets what differential privacy needs and breaks no rule', () => {
    const switched = switchedTo(
      'differentialPrivacy',
      { ...present, period: null, levels: [1], zeroGroups: 'shown', extrapolate: true, trips: true },
      days,
    );
    expect(switched).toMatchObject({
      maximumGroupsPerPersonDay: 24,
      levels: [],
      zeroGroups: 'hidden',
      extrapolate: false,
      trips: false,
      period: present.period,
    });
    expect(violations(switched, builtInPolicies.default)).toEqual([]);
  });

  it('keeps a bound that was chosen, and drops it on the way back', () => {
    const bounded = { ...present, maximumGroupsPerPersonDay: 8 };
    const noisy = switchedTo('differentialPrivacy', bounded, days);
    expect(noisy.maximumGroupsPerPersonDay).toBe(8);
    expect(switchedTo('classical', noisy, days)).toEqual({ ...present, maximumGroupsPerPersonDay: null });
  });

  it('needs nothing on the classical path', () => {
    expect(neededBy({ ...present, period: null }, days)).toEqual({});
  });
});
