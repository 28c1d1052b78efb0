import { expect, test } from 'vitest';
import { presets } from '../../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import { seriesClock } from '../../../../shared/workflow/attacks/series-clock.ts';

const recipe: Recipe = {
  ...presets.conservative,
  timeZone: 'Europe/Berlin',
  period: { from: '2026-10-24', to: '2026-10-26' },
};
const at = (iso: string): number => Date.parse(iso) / 1000;

test('hours are told by the local clock, and both hours of the change are one', () => {
  const clock = seriesClock({ ...recipe, timeBin: 'hour' });
  expect(clock).toMatchObject({ days: 3, binsPerDay: 24, nightBins: 6 });
  expect(clock?.binAt(at('2026-10-24T00:00:00+02:00'))).toBe(0);
  expect(clock?.binAt(at('2026-10-25T02:30:00+02:00'))).toBe(26);
  expect(clock?.binAt(at('2026-10-25T02:30:00+01:00'))).toBe(26);
  expect(clock?.binAt(at('2026-10-26T23:59:59+01:00'))).toBe(71);
});

test('nothing outside the period has a bin', () => {
  const clock = seriesClock({ ...recipe, timeBin: 'hour' });
  expect(clock?.binAt(at('2026-10-23T23:59:59+02:00'))).toBe(-1);
  expect(clock?.binAt(at('2026-10-27T00:00:00+01:00'))).toBe(-1);
});

test('dayparts begin with the night before', () => {
  const clock = seriesClock({ ...recipe, timeBin: 'daypart' });
  expect(clock).toMatchObject({ days: 3, binsPerDay: 4, nightBins: 1 });
  const starts = ['24T00:30', '24T06:00', '24T10:00', '24T16:00', '24T22:00', '25T01:59'];
  expect(starts.map((time) => clock?.binAt(at(`2026-10-${time}:00+02:00`)))).toEqual([0, 1, 2, 3, 4, 4]);
  expect(clock?.binAt(at('2026-10-23T22:00:00+02:00'))).toBe(0);
  expect(clock?.binAt(at('2026-10-26T22:00:00+01:00'))).toBe(-1);
});

test('whole days have no night, and a recipe without a period no series', () => {
  expect(seriesClock({ ...recipe, timeBin: 'day' })).toBeUndefined();
  expect(seriesClock({ ...recipe, timeBin: 'hour', period: null })).toBeUndefined();
});
