import { describe, expect, it } from 'vitest';
import {
  civilFromDays,
  daysFromCivil,
  daysFromIso,
  isoDay,
  isoLocal,
  isoUtc,
} from '../../../shared/base/calendar.ts';

const first = Date.UTC(1900, 0, 1) / 86_400_000;
const last = Date.UTC(2101, 0, 1) / 86_400_000;

describe('the calendar', () => {
  it('agrees with the platform on every day of 200 years', () => {
    for (let days = first; days < last; days++) {
      const date = new Date(days * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      if (isoDay(days) !== text || daysFromIso(text) !== days) throw new Error(`${text} differs`);
      if (daysFromCivil(civil.year, civil.month, civil.day) !== days) throw new Error(`${text} differs`);
      if (days % 97 === 0) expect(civilFromDays(days)).toEqual(civil);
    }
    expect(last - first).toBe(73_414);
  });

  it('agrees with the platform far away from today', () => {
    for (const year of [1, 4, 100, 400, 1582, 2400, 9999])
      for (const [month, day] of [
        [1, 1],
        [2, 28],
        [3, 1],
        [12, 31],
      ] as const) {
        const text = `${`${year}`.padStart(4, '0')}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
        expect(daysFromCivil(year, month, day)).toBe(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
        expect(isoDay(daysFromCivil(year, month, day))).toBe(text);
      }
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '',
    '2026-01-01T',
  ])('has no day %s', (text) => {
    expect(daysFromIso(text)).toBeUndefined();
  });

  it('writes instants in UTC and in local time', () => {
    for (const second of [0, -1, 86_399, 1_777_888_800, 951_782_400, -2_208_988_800])
      expect(isoUtc(second)).toBe(`${new Date(second * 1000).toISOString().slice(0, 19)}Z`);
    expect(isoLocal(1_777_888_800, 7200)).toBe('2026-05-04T12:00:00+02:00');
    expect(isoLocal(1_777_888_800, -12_600)).toBe('2026-05-04T06:30:00-03:30');
    expect(isoLocal(1_777_888_800, 0)).toBe('2026-05-04T10:00:00+00:00');
    expect(isoLocal(1_777_888_800, 20_700)).toBe('2026-05-04T15:45:00+05:45');
  });
});
