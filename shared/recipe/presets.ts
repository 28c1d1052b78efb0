import type { Recipe } from './recipe.ts';

/** Names of the presets that ship; the precedent each follows is told in the language files. */
export const presetNames = ['conservative', 'swiss-like', 'flowminder-like', 'differential-privacy'] as const;
export type PresetName = (typeof presetNames)[number];

const base: Omit<Recipe, 'minimumPersons' | 'roundingBase'> = {
  version: 1,
  title: 'Footfall',
  terms: {
    purpose: 'Statistics of how many people are where, and when',
    legalBasis: 'Anonymised data, TDDDG section 13(1)',
    recipient: 'Unrestricted',
    recipientProfile: '',
    dpiaReference: '',
    reviewBy: '',
  },
  releaseDate: '',
  timeZone: 'Europe/Berlin',
  aim: 'statistics',
  period: null,
  machineLike: 'exclude',
  maximumGroupsPerPersonDay: null,
  levels: [],
  sensitivePlaces: { categories: [], radiusMetres: 250 },
  products: ['footfall'],
  totals: false,
  zones: { kind: 'polygons' },
  timeBin: 'hour',
  ageBreaks: [],
  byGender: false,
  missingCategory: 'own',
  presence: 'events',
  maximumGapMinutes: 120,
  maximumNightGapMinutes: 480,
  dwellBreaks: [5, 15, 60, 240],
  frequencyBreaks: [2, 4, 8],
  maximumTripMinutes: 240,
  trips: false,
  minimumNights: 3,
  guarantee: { kind: 'classical', cellKeyNoise: null },
  suppressedGroups: 'omit',
  zeroGroups: 'hidden',
  extrapolate: false,
};

/** Recipes to start from. None of them is prescribed by law. */
export const presets: Readonly<Record<PresetName, Recipe>> = {
  conservative: { ...base, ageBreaks: [], minimumPersons: 30, roundingBase: 10 },
  'swiss-like': { ...base, ageBreaks: [], minimumPersons: 20, roundingBase: 1 },
  'flowminder-like': { ...base, ageBreaks: [], minimumPersons: 16, roundingBase: 1 },
  'differential-privacy': {
    ...base,
    ageBreaks: [],
    maximumGroupsPerPersonDay: 24,
    guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
    minimumPersons: 20,
    roundingBase: 1,
  },
};
