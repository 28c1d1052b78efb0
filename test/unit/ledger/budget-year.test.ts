import { describe, expect, it } from 'vitest';
import {
  type DatedSpent,
  epsilonOfYear,
  inYear,
  yearlyBudget,
  yearsOf,
} from '../../../shared/ledger/budget-year.ts';
import { epsilonOf } from '../../../shared/protect/differential-privacy/zcdp.ts';
import { exactRecipe } from '../../support/small-release.ts';

const spent = (from: string, to: string, rho = '0.1', deltaExponent = 6): DatedSpent => ({
  period: { from, to },
  products: ['footfall'],
  rho,
  deltaExponent,
});
const recipe = (from: string, to: string) =>
  ({
    ...exactRecipe,
    products: ['footfall'],
    period: { from, to },
    guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
  }) as typeof exactRecipe;
const limitOf = (yearlyEpsilonHundredths: number | null) => ({ yearlyEpsilonHundredths });
/** In hundredths, just enough for so many releases of rho 0.1. */
const enoughFor = (releases: number): number => Math.ceil(epsilonOf(releases / 10, 1e-6) * 100);

describe('the budget of a year', () => {
  it('knows the calendar years that a period touches', () => {
    expect(yearsOf({ from: '2025-12-31', to: '2027-01-01' })).toEqual([2025, 2026, 2027]);
    expect(yearsOf({ from: '2026-05-01', to: '2026-05-01' })).toEqual([2026]);
  });

  it('adds the rho of all releases about a year, however little of it and wherever in it', () => {
    const charges = [
      spent('2025-12-01', '2025-12-31'),
      spent('2025-12-31', '2026-01-01'),
      spent('2026-03-01', '2026-03-31'),
      spent('2026-09-01', '2026-09-30'),
    ];
    expect(inYear(charges, 2026)).toHaveLength(3);
    expect(epsilonOfYear(charges, 2026)).toBe(epsilonOf(0.3, 1e-6));
    expect(epsilonOfYear(charges, 2025)).toBe(epsilonOf(0.2, 1e-6));
    expect(epsilonOfYear(charges, 2024)).toBe(0);
  });

  it('states it at the smallest delta that any of the releases promises', () => {
    const charges = [spent('2026-01-01', '2026-01-02'), spent('2026-02-01', '2026-02-02', '0.1', 9)];
    expect(epsilonOfYear(charges, 2026)).toBe(epsilonOf(0.2, 1e-9));
  });

  it('holds up to the limit, and not one hundredth below it', () => {
    const earlier = [spent('2026-01-01', '2026-01-31'), spent('2026-02-01', '2026-02-28')];
    const judged = (limit: number) =>
      yearlyBudget(recipe('2026-06-01', '2026-06-30'), limitOf(limit), earlier)[0];
    expect(judged(enoughFor(3))).toMatchObject({
      id: 'yearly-budget',
      outcome: 'pass',
      detail: { releases: 2, year: '2026' },
    });
    expect(judged(enoughFor(3) - 1)?.outcome).toBe('fail');
  });

  it('looks at each year the release touches and names the worst', () => {
    const earlier = [spent('2027-01-01', '2027-01-31'), spent('2027-02-01', '2027-02-28')];
    const [gate] = yearlyBudget(recipe('2026-12-31', '2027-01-01'), limitOf(enoughFor(2)), earlier);
    expect(gate).toMatchObject({ outcome: 'fail', detail: { year: '2027', releases: 2 } });
  });

  it('asks nothing where the policy sets no limit, and holds for a classical release', () => {
    expect(yearlyBudget(recipe('2026-06-01', '2026-06-30'), limitOf(null), [])).toEqual([]);
    const [gate] = yearlyBudget(exactRecipe, limitOf(1), [spent('2026-01-01', '2026-12-31', '5')]);
    expect(gate).toMatchObject({ outcome: 'pass', detail: { guarantee: 'classical' } });
  });

  it('is not tested while the period is open', () => {
    const open = { ...recipe('2026-06-01', '2026-06-30'), period: null };
    expect(yearlyBudget(open, limitOf(100), [])[0]?.outcome).toBe('notTested');
  });
});
