import { describe, expect, it } from 'vitest';
import { barColumns, binAt } from '../../../../renderer/desk/features/time/bar-columns.ts';
import { dayTicks, roomyTicks } from '../../../../renderer/desk/features/time/day-ticks.ts';
import { playedBin, stepBin } from '../../../../renderer/desk/features/time/step-bin.ts';

describe('barColumns', () => {
  it('gives each bin a column while there is room', () => {
    expect(barColumns([3, 1, 2], 100).map((column) => column.value)).toEqual([3, 1, 2]);
  });

  it('keeps peaks and loses no bin when columns are shared', () => {
    const values = Int32Array.from({ length: 10_000 }, (_, i) => (i === 7777 ? 99 : 1));
    const columns = barColumns(values, 640);
    expect(columns).toHaveLength(640);
    expect(Math.max(...columns.map((column) => column.value))).toBe(99);
    expect(columns.reduce((sum, column) => sum + column.to - column.from, 0)).toBe(10_000);
  });

  it('gives nothing for nothing', () => expect(barColumns([], 100)).toEqual([]));
});

it('binAt stays within the bins', () => {
  expect([-1, 0, 99, 100, 500].map((x) => binAt(x, 200, 2))).toEqual([0, 0, 0, 1, 1]);
});

describe('dayTicks', () => {
  it('starts days at local midnight, over a clock change', () => {
    const start = Date.parse('2026-03-27T23:00:00Z') / 1000;
    const starts = Array.from({ length: 71 }, (_, i) => start + i * 3600);
    const ticks = dayTicks(starts, 'Europe/Berlin', 'en');
    expect(ticks).toEqual([
      { bin: 0, label: 'Sat 28' },
      { bin: 24, label: 'Sun 29' },
      { bin: 47, label: 'Mon 30' },
    ]);
  });

  it('names the month in long periods', () => {
    const start = Date.parse('2026-05-04T00:00:00Z') / 1000;
    const starts = Array.from({ length: 40 }, (_, i) => start + i * 86_400);
    expect(dayTicks(starts, 'UTC', 'de')[1]?.label).toBe('5. Mai');
  });
});

it('roomyTicks drops labels that would touch or stick out', () => {
  const ticks = [0, 1, 2, 3].map((bin) => ({ bin, label: String(bin) }));
  expect(roomyTicks(ticks, 4, 100, 40).map((tick) => tick.bin)).toEqual([0, 2]);
});

it('roomyTicks leaves a first day out that is cut too short for its label, where the others have room', () => {
  const ticks = [0, 1, 5, 9].map((bin) => ({ bin, label: String(bin) }));
  expect(roomyTicks(ticks, 13, 130, 40).map((tick) => tick.bin)).toEqual([1, 5, 9]);
  expect(roomyTicks(ticks, 13, 520, 40).map((tick) => tick.bin)).toEqual([0, 1, 5, 9]);
});

describe('moving the time', () => {
  it('moves by keys and stops at the ends', () => {
    expect(stepBin('ArrowRight', 5, 168, 24)).toBe(6);
    expect(stepBin('ArrowLeft', 0, 168, 24)).toBe(0);
    expect(stepBin('PageUp', 160, 168, 24)).toBe(167);
    expect(stepBin('ArrowRight', 'total', 168, 24)).toBe(0);
    expect(stepBin('a', 5, 168, 24)).toBeUndefined();
    expect(stepBin('End', 0, 0, 24)).toBeUndefined();
  });

  it('plays to the end and no further', () => {
    expect(playedBin(166, 168)).toBe(167);
    expect(playedBin(167, 168)).toBeUndefined();
    expect(playedBin('total', 168)).toBe(0);
    expect(playedBin('total', 0)).toBeUndefined();
  });
});
