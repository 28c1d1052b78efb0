import { expect, it } from 'vitest';
import { hourTicks } from '../../../../renderer/desk/features/extract/hour-ticks.ts';
import { formatsOf } from '../../../../renderer/desk/language/format.ts';

const hour = 3600;
const words = (zone: string, language = 'de') => {
  const format = formatsOf(language);
  return {
    day: (second: number) => format.weekday(second, zone),
    clock: (second: number) => format.clock(second, zone),
  };
};
const at = (iso: string) => Date.parse(iso) / 1000;

it('labels the days where they begin in the zone of the extract', () => {
  const ticks = hourTicks(at('2026-05-03T22:00:00Z'), 7 * 24, words('Europe/Berlin'));
  expect(ticks).toHaveLength(7);
  expect(ticks[0]).toEqual({ second: at('2026-05-03T22:00:00Z'), text: 'Mo 4.' });
  expect(ticks[6]?.second).toBe(at('2026-05-09T22:00:00Z'));
});

it('labels every six hours of a short period and leaves out what would not fit at the end', () => {
  const ticks = hourTicks(at('2026-05-03T22:00:00Z'), 22, words('UTC', 'en'));
  expect(ticks.map((tick) => tick.text)).toEqual(['Mon 4', '06:00', '12:00', '18:00']);
  const shorter = hourTicks(at('2026-05-03T22:00:00Z'), 21, words('UTC', 'en'));
  expect(shorter.map((tick) => tick.text)).toEqual(['Mon 4', '06:00', '12:00']);
});

it('thins out the days of a long period', () => {
  const ticks = hourTicks(at('2026-05-01T00:00:00Z'), 60 * 24, words('UTC'));
  expect(ticks.length).toBeLessThanOrEqual(12);
  expect((ticks[1]?.second ?? 0) - (ticks[0]?.second ?? 0)).toBe(5 * 24 * hour);
});

it('says at least when a period of few hours begins', () => {
  const ticks = hourTicks(at('2026-05-04T07:00:00Z'), 3, words('UTC', 'en'));
  expect(ticks).toEqual([{ second: at('2026-05-04T07:00:00Z'), text: 'Mon 4, 07:00' }]);
});
