import { describe, expect, it } from 'vitest';
import { localDays } from '../../../../shared/workflow/extract-findings/local-days.ts';
import { wholeDays } from '../../../../shared/workflow/extract-findings/whole-days.ts';

const utc = (text: string): number => Date.parse(`${text}Z`) / 1000;

function daysOf(first: number, last: number, gaps: Parameters<typeof wholeDays>[3] = []) {
  const start = Math.floor(first / 3600) * 3600;
  const quarters = { start, count: (Math.floor((last - start) / 3600) + 1) * 4 };
  return wholeDays(localDays(quarters, 'Europe/Berlin'), { first, last }, quarters, gaps);
}

describe('days that can be compared', () => {
  it('are all local days that an extract covers from the first hour to the last', () => {
    expect(daysOf(utc('2026-05-03T22:10:00'), utc('2026-05-06T21:50:00'))).toEqual([0, 1, 2]);
  });

  it('are not a first or last day that begins late or ends early', () => {
    expect(daysOf(utc('2026-05-04T06:00:00'), utc('2026-05-06T21:50:00'))).toEqual([1, 2]);
    expect(daysOf(utc('2026-05-03T22:10:00'), utc('2026-05-06T12:00:00'))).toEqual([0, 1]);
  });

  it('are not those with four hours missing, wherever the clocks change', () => {
    const gap = (hours: number) => [{ firstSecond: utc('2026-10-25T08:00:00'), hours }];
    const [first, last] = [utc('2026-10-23T22:00:00'), utc('2026-10-26T22:59:00')];
    expect(daysOf(first, last, gap(3))).toEqual([0, 1, 2]);
    expect(daysOf(first, last, gap(4))).toEqual([0, 2]);
  });
});
