import { describe, expect, it } from 'vitest';
import { budgetYear } from '../../../../renderer/desk/features/budget/budget-year-view.ts';
import { linePath } from '../../../../renderer/desk/features/budget/line-path.ts';
import type { DatedSpent } from '../../../../shared/ledger/budget-year.ts';
import { epsilonOf } from '../../../../shared/protect/differential-privacy/zcdp.ts';

const spent = (from: string, to: string): DatedSpent => ({
  period: { from, to },
  products: ['footfall'],
  rho: '0.1',
  deltaExponent: 6,
});
const once = epsilonOf(0.1, 1e-6);
const twice = epsilonOf(0.2, 1e-6);

describe('the picture of a year', () => {
  const earlier = [spent('2025-12-20', '2026-01-10'), spent('2026-03-01', '2026-03-31')];
  const own = spent('2026-03-15', '2026-04-02');
  const year = budgetYear(2026, earlier, own);

  it('has every day of the year once, in its month', () => {
    expect(year.length).toBe(365);
    expect(year.months.map((days) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(budgetYear(2028, [], undefined).months[1]).toHaveLength(29);
  });

  it('shades a day by what the releases that cover it spent together', () => {
    const days = year.months.flat();
    expect(days.find(({ date }) => date === '2026-01-10')).toEqual({
      date: '2026-01-10',
      epsilon: once,
      isOwn: false,
    });
    expect(days.find(({ date }) => date === '2026-01-11')?.epsilon).toBe(0);
    expect(days.find(({ date }) => date === '2026-03-15')).toEqual({
      date: '2026-03-15',
      epsilon: twice,
      isOwn: true,
    });
    expect(days.find(({ date }) => date === '2026-04-02')).toEqual({
      date: '2026-04-02',
      epsilon: once,
      isOwn: true,
    });
    expect(days.find(({ date }) => date === '2026-04-03')?.isOwn).toBe(false);
  });

  it('rises where a period begins, from the first day for one that began before the year', () => {
    expect(year.steps).toEqual([
      { day: 0, epsilon: once },
      { day: 59, epsilon: twice },
    ]);
    expect(year).toMatchObject({ releases: 2, before: twice, after: epsilonOf(0.3, 1e-6), ownDay: 73 });
    const path = linePath(
      year,
      (day) => day,
      (epsilon) => Math.round(epsilon * 100),
    );
    const [low, high] = [Math.round(once * 100), Math.round(twice * 100)];
    expect(path).toBe(`M0 0H0V${low}H59V${high}H365`);
  });

  it('is empty for a year without releases, and adds nothing for a release about another', () => {
    const other = budgetYear(2027, earlier, own);
    expect(other).toMatchObject({ releases: 0, before: 0, after: 0, ownDay: undefined, steps: [] });
    expect(other.months.flat().every(({ epsilon, isOwn }) => epsilon === 0 && !isOwn)).toBe(true);
  });
});
