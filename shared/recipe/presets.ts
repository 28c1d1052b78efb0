import type { Recipe } from './recipe.ts';

/** Names of the presets that ship; the precedent each follows is told in the language files. */
export const presetNames = ['conservative', 'swiss-like', 'flowminder-like'] as const;
export type PresetName = (typeof presetNames)[number];

const base = {
  version: 1,
  title: 'Footfall',
  terms: {
    purpose: 'Statistics of how many people are where, and when',
    legalBasis: 'Anonymised data, TDDDG section 13(1)',
    recipient: 'Unrestricted',
  },
  releaseDate: '',
  timeZone: 'Europe/Berlin',
  period: null,
  zones: { kind: 'polygons' },
  timeBin: 'hour',
  ageBreaks: [],
  byGender: false,
  missingCategory: 'own',
  presence: 'events',
  suppressedGroups: 'omit',
  zeroGroups: 'hidden',
} as const;

/** Recipes to start from. None of them is prescribed by law. */
export const presets: Readonly<Record<PresetName, Recipe>> = {
  conservative: { ...base, ageBreaks: [], minimumPersons: 30, roundingBase: 10 },
  'swiss-like': { ...base, ageBreaks: [], minimumPersons: 20, roundingBase: 1 },
  'flowminder-like': { ...base, ageBreaks: [], minimumPersons: 16, roundingBase: 1 },
};
