import { describe, expect, it } from 'vitest';
import { limitText, violationText } from '../../../renderer/desk/language/limit-text.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { ruleNames, violations } from '../../../shared/policy/violations.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { speechOf } from './speech.ts';

const german = await speechOf('de');
const english = await speechOf('en');

/** Between them these break every rule there is. */
const strict: Policy = {
  ...builtInPolicies.default,
  minimumPersons: 50,
  timeBins: ['daypart', 'day'],
  products: ['footfall'],
  minimumDwellBreak: 10,
  minimumNights: 5,
  excludeMachineLike: true,
  sensitiveCategories: ['hospital', 'court', 'worship'],
  sensitiveRadiusMetres: 500,
  allowCellKeyNoise: false,
};
const classical: Recipe = {
  ...presets.conservative,
  roundingBase: 100,
  zones: { kind: 'h3', resolution: 11 },
  ageBreaks: [12],
  products: ['footfall', 'dwell', 'catchment'],
  machineLike: 'count',
  sensitivePlaces: { categories: ['court'], radiusMetres: 100 },
  guarantee: { kind: 'classical', cellKeyNoise: { maximumNoise: 4, variance: '1.8', smallestFigure: 1 } },
  zeroGroups: 'shown',
};
const noisy: Recipe = {
  ...presets.conservative,
  levels: [1],
  extrapolate: true,
  trips: true,
  guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 5 },
};
const broken = [
  ...violations(classical, strict),
  ...violations(noisy, { ...strict, guarantees: ['classical'] }),
];

describe('a broken rule', () => {
  it('is among those looked at here, whichever it is', () => {
    expect(new Set(broken.map(({ rule }) => rule))).toEqual(new Set(ruleNames));
  });

  it.each(broken)('is told without a raw word of the format: $rule', (violation) => {
    for (const { t } of [german, english]) {
      const told = violationText(t, violation);
      expect(told).not.toMatch(/recipe\.|products\.|[<>]=|[a-z][A-Z]|\{\{|null|undefined/);
    }
    expect(violationText(german.t, violation)).not.toMatch(
      /\b(hour|daypart|dwell|hospital|court|exclude|hidden)\b/,
    );
  });

  it('reads as a sentence, with how far it is from the policy', () => {
    const told = new Map(
      violations(classical, strict).map((one) => [one.rule, violationText(german.t, one)]),
    );
    expect(told.get('minimum-persons')).toBe('Die Mindestzahl ist 30; das Regelwerk erlaubt mindestens 50.');
    expect(told.get('time-bin')).toBe(
      'Das Zeitfenster ist Stunde; das Regelwerk erlaubt Tagesabschnitt, Tag.',
    );
    expect(told.get('sensitive-places')).toBe(
      'Ausgeblendete schutzwürdige Orte: Gerichte; das Regelwerk verlangt außerdem: Krankenhäuser, Gotteshäuser.',
    );
  });
});

it('leaves a limit it does not know as it is', () => {
  expect(limitText(german.t, 'something, hour')).toBe('something, Stunde');
  expect(limitText(english.t, '-')).toBe('none');
  expect(limitText(german.t, '>= 50000')).toBe('mindestens 50.000');
  expect(limitText(english.t, '<= 1000')).toBe('at most 1,000');
});
