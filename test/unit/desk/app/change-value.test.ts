import { expect, it } from 'vitest';
import { changeValue } from '../../../../renderer/desk/app/change-value.ts';
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
] as const)('writes %s "%s" as a person reads it', (field, text, inGerman, inEnglish) => {
  expect(close(changeValue(field, text, german))).toBe(inGerman);
  expect(close(changeValue(field, text, english))).toBe(inEnglish);
});
