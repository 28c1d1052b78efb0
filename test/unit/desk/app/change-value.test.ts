import { expect, it } from 'vitest';
import { changeValue } from '../../../../renderer/desk/app/change-value.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { sensitiveCategories } from '../../../../shared/recipe/sensitive-places.ts';
import { differences } from '../../../../renderer/desk/state/differences.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import { speechOf } from '../speech.ts';

const german = await speechOf('de');
const english = await speechOf('en');
/** Versions of the date formats differ in the blanks around a dash. */
const close = (text: string) => text.replace(/\s*–\s*/u, '–');

it.each([
  ['releaseDate', '2026-11-22', '22. November 2026', '22 November 2026'],
  ['releaseDate', '', '–', '–'],
  ['period', '2026-05-04/2026-05-10', '4.–10. Mai 2026', '4–10 May 2026'],
  ['period', '', 'Der ganze Auszug.', 'The whole extract.'],
  ['minimumPersons', '1000', '1.000', '1,000'],
  ['timeBin', 'hour', 'Stunde', 'Hour'],
  ['zones', 'polygons', 'Flächen', 'polygons'],
  ['zones', 'H3 8', 'H3 8', 'H3 8'],
  ['policy', 'Default', 'Standard', 'Default'],
  ['policy', 'Regeln der Muster AG', 'Regeln der Muster AG', 'Regeln der Muster AG'],
  ['ageBreaks', '', '–', '–'],
  ['preset', 'ours.json', 'ours.json', 'ours.json'],
  ['preset', 'differential-privacy', 'Differential Privacy', 'Differential privacy'],
  ['products', 'footfall · catchment', 'Besuche · Einzugsgebiet', 'Footfall · Catchment'],
  ['sensitivePlaces', 'court,hospital/250', 'Gerichte · Krankenhäuser, 250 m', 'Courts · Hospitals, 250 m'],
  ['sensitivePlaces', '', 'keine ausgeblendet', 'none masked'],
  ['guarantee', 'classical', 'Klassisch', 'Classical'],
  [
    'guarantee',
    'classical/4/1.8/1',
    'Klassisch (Cell-Key-Rauschen bis ±4)',
    'Classical (cell-key noise up to ±4)',
  ],
  [
    'guarantee',
    'differentialPrivacy/0.05/6',
    'Differential Privacy (Rho 0,05, Delta 10⁻⁶)',
    'Differential privacy (rho 0.05, delta 10⁻⁶)',
  ],
  ['maximumGroupsPerPersonDay', '', 'unbegrenzt', 'no bound'],
  ['maximumGapMinutes', '120', '120 Min.', '120 min'],
  ['totals', 'true', 'mit', 'with'],
  ['levels', '', 'keine', 'none'],
  ['levels', '1 · 2', '+1 · 2', '+1 · 2'],
] as const)('writes %s "%s" as a person reads it', (field, text, inGerman, inEnglish) => {
  expect(close(changeValue(field, text, german))).toBe(inGerman);
  expect(close(changeValue(field, text, english))).toBe(inEnglish);
});

it('has words for both sides of every parameter', () => {
  const first = { recipe: presets.conservative, policy: builtInPolicies.default, preset: 'conservative' };
  const other: Recipe = {
    ...presets['differential-privacy'],
    aim: 'offers',
    machineLike: 'count',
    products: ['dwell', 'frequency', 'flows', 'catchment'],
    presence: 'stays',
    levels: [1, 2],
    sensitivePlaces: { categories: [...sensitiveCategories], radiusMetres: 100 },
    totals: true,
    timeBin: 'daypart',
    missingCategory: 'drop',
    suppressedGroups: 'list',
    zeroGroups: 'shown',
    byGender: true,
  };
  const found = differences(first, { recipe: other, policy: builtInPolicies.solo, preset: 'swiss-like' });
  expect(found.length).toBeGreaterThan(16);
  for (const { field, from, to } of found)
    for (const speech of [german, english])
      for (const text of [from, to, '']) {
        expect(speech.t(`recipe.field.${field}`)).not.toContain('recipe.');
        expect(changeValue(field, text, speech), `${field} ${text}`).not.toMatch(
          /recipe\.field|undefined|NaN/,
        );
        if (text !== '') expect(changeValue(field, text, speech)).not.toMatch(/recipe\.|products\./);
      }
});
