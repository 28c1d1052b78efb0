import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../../renderer/desk/language/format.ts';
import { readDay } from '../../../renderer/desk/language/read-day.ts';

describe('readDay', () => {
  it.each([
    '2026-05-04',
    '4.5.2026',
    '04.05.2026',
    ' 4. 5. 2026 ',
    '4 May 2026',
    '4. Mai 2026',
    '04 MAY 2026',
  ])('understands %s', (text) => expect(readDay(text)).toBe('2026-05-04'));
  it.each([
    '',
    '31.04.2026',
    '29.02.2026',
    '2026-13-01',
    '4/5/2026',
    '04052026',
    '4.5.26',
    '4 Ma 2026',
    'May',
  ])('refuses %s', (text) => expect(readDay(text)).toBeUndefined());
  it('knows leap years', () => expect(readDay('29.02.2028')).toBe('2028-02-29'));
});

it('every day is written in a form that is read back, in both languages', () => {
  for (const language of ['de', 'en'])
    for (let i = 0; i < 366; i += 1) {
      const day = new Date(Date.UTC(2028, 0, 1 + i)).toISOString().slice(0, 10);
      expect(readDay(formatsOf(language).field(day))).toBe(day);
    }
  expect(formatsOf('de').field('2026-05-04')).toBe('04.05.2026');
  expect(formatsOf('en').field('2026-05-04')).toBe('4 May 2026');
});
