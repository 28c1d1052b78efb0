import { expect, test } from 'vitest';
import type { Released, ReleasedTable } from '../../../../shared/ledger/released.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { footfallSeries } from '../../../../shared/workflow/attacks/footfall-series.ts';

const square = (west: number): Released['zones'][number]['polygons'] => [
  [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0],
    ],
  ],
];
const midnight = Date.parse('2026-05-04T00:00:00Z') / 1000;
const none = new Int32Array();

function released(table: Partial<ReleasedTable>, genders: readonly string[] = []): Released {
  return {
    recipe: {
      ...presets.conservative,
      timeZone: 'UTC',
      timeBin: 'hour',
      period: { from: '2026-05-04', to: '2026-05-04' },
    },
    zones: [
      { zoneId: 'east', level: 0, polygons: square(1) },
      { zoneId: 'all', level: 1, polygons: square(0) },
      { zoneId: 'west', level: 0, polygons: square(0) },
    ],
    ages: [],
    genders,
    dwellBands: [],
    frequencyBands: [],
    tables: [
      {
        product: 'footfall',
        zone: Int32Array.of(0, 1, 2, 2),
        other: none,
        start: Int32Array.of(midnight, midnight, midnight, midnight + 3600),
        band: none,
        age: none,
        gender: none,
        persons: Int32Array.of(30, 70, 40, -1),
        status: Uint8Array.of(0, 0, 0, 1),
        ...table,
      },
    ],
  };
}

test('figures stand by bin and finest zone, and what is hidden is no number', () => {
  const series = footfallSeries(released({}));
  if (typeof series === 'string') throw new Error(series);
  expect([...series.zones]).toEqual([0, 2]);
  expect(Array.from(series.figures.subarray(0, 4))).toEqual([30, 40, Number.NaN, Number.NaN]);
  expect(series.figures).toHaveLength(48);
  const [eastOfEast = 0, , eastOfWest = 0] = series.centres;
  expect(eastOfEast - eastOfWest).toBeGreaterThan(100_000);
});

test('the total over genders is taken where it is told, otherwise the parts are added up', () => {
  const parts = {
    zone: Int32Array.of(0, 0, 0),
    start: Int32Array.of(midnight, midnight, midnight),
    persons: Int32Array.of(30, 40, 75),
    status: new Uint8Array(3),
  };
  const withTotal = footfallSeries(released({ ...parts, gender: Int32Array.of(0, 1, 2) }, ['f', 'm']));
  const without = footfallSeries(released({ ...parts, gender: Int32Array.of(0, 1, 1) }, ['f', 'm']));
  expect(typeof withTotal === 'string' ? withTotal : withTotal.figures[0]).toBe(75);
  expect(typeof without === 'string' ? without : without.figures[0]).toBe(145);
});

test('without footfall, or in whole days, there is nothing to follow', () => {
  expect(footfallSeries({ ...released({}), tables: [] })).toBe('no-footfall');
  const daily = released({});
  expect(footfallSeries({ ...daily, recipe: { ...daily.recipe, timeBin: 'day' } })).toBe('too-coarse');
});
