import { describe, expect, it } from 'vitest';
import { coverageGaps } from '../../../../shared/workflow/extract-findings/coverage-gaps.ts';

/** A week of hours as people make them: little at night, much in the evening. */
const week = Array.from({ length: 7 * 24 }, (_, i) => (i % 24 < 6 ? 25 : 400 + 10 * (i % 24)));
const hourOfDay = (i: number): number => i % 24;
const start = 1_777_852_800;
const gapsOf = (events: readonly number[]) => coverageGaps(events, start, hourOfDay);
const changed = (from: number, hours: number, value: number): readonly number[] =>
  week.map((events, i) => (i >= from && i < from + hours ? value : events));

describe('gaps in coverage', () => {
  it('are none in a week whose nights are quiet', () => {
    expect(gapsOf(week)).toEqual([]);
  });

  it('are hours that have less than a tenth of what the same hour has on other days, in one run', () => {
    expect(gapsOf(changed(60, 4, 30))).toEqual([{ firstSecond: start + 60 * 3600, hours: 4 }]);
    expect(gapsOf(changed(60, 4, 90))).toEqual([]);
  });

  it('are found at night by what nights have', () => {
    expect(gapsOf(changed(50, 2, 0))).toEqual([{ firstSecond: start + 50 * 3600, hours: 2 }]);
  });

  it('say nothing where fewer than twenty events are usual', () => {
    const quiet = week.map((events) => (events === 25 ? 19 : events));
    expect(gapsOf(quiet.map((events, i) => (i === 50 ? 0 : events)))).toEqual([]);
  });

  it('leave the first and the last hour alone, which may be cut', () => {
    const cut = week.map((events, i) => (i === 0 || i === week.length - 1 ? 0 : events));
    expect(gapsOf(cut)).toEqual([]);
  });

  it('need an empty hour where there are fewer than three days to compare', () => {
    const day = week.slice(0, 30);
    const at = (value: number) => gapsOf(day.map((events, i) => (i === 12 ? value : events)));
    expect(at(1)).toEqual([]);
    expect(at(0)).toEqual([{ firstSecond: start + 12 * 3600, hours: 1 }]);
  });

  it('are whole empty days even where most days are empty', () => {
    const sparse = week.map((events, i) => (i < 24 || i >= 6 * 24 ? events : 0));
    expect(gapsOf(sparse)).toEqual([{ firstSecond: start + 24 * 3600, hours: 5 * 24 }]);
  });
});
