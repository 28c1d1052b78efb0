import { gateResult, type GateResult } from '../evidence/gate.ts';
import type { Policy } from '../policy/policy.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { epsilonTogether, type Spent } from './budget-of-periods.ts';

/** A release with differential privacy by the local days it is about, both included. */
export interface DatedSpent extends Spent {
  readonly period: { readonly from: string; readonly to: string };
}

/** The calendar years that a period of local days touches, in order. */
export function yearsOf({ from, to }: DatedSpent['period']): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** The releases about a calendar year, however little of it. */
export function inYear<T extends DatedSpent>(charges: readonly T[], year: number): readonly T[] {
  return charges.filter(({ period }) => yearsOf(period).includes(year));
}

/**
 * The epsilon that all releases about a calendar year leave one person, the same one all year: their rho adds up, stated at the smallest
 * delta any of them promises. 0 without any.
 */
export function epsilonOfYear(charges: readonly DatedSpent[], year: number): number {
  const touching = inYear(charges, year);
  return touching.length === 0 ? 0 : epsilonTogether(touching);
}

/** What a recipe would spend, `undefined` on the classical path and without a period. */
export function spentBy({ guarantee, period, products }: Recipe): DatedSpent | undefined {
  if (guarantee.kind !== 'differentialPrivacy' || period === null) return undefined;
  return { period, products, rho: guarantee.rho, deltaExponent: guarantee.deltaExponent };
}

/**
 * The gate `yearly-budget`: the epsilon of every calendar year the release touches, all releases of this workstation together, within the policy.
 * Withdrawn releases count, since they were read. Empty where the policy sets no such limit.
 */
export function yearlyBudget(
  recipe: Recipe,
  policy: Pick<Policy, 'yearlyEpsilonHundredths'>,
  earlier: readonly DatedSpent[],
): readonly GateResult[] {
  if (policy.yearlyEpsilonHundredths === null) return [];
  const own = spentBy(recipe);
  if (own === undefined) {
    const classical = recipe.guarantee.kind === 'classical';
    const held = gateResult('yearly-budget', 'attested', true, { guarantee: 'classical' });
    return [classical ? held : { ...held, detail: {}, outcome: 'notTested' }];
  }
  const limit = policy.yearlyEpsilonHundredths / 100;
  const years = yearsOf(own.period).map((year) => ({
    year,
    epsilon: epsilonOfYear([...earlier, own], year),
    before: epsilonOfYear(earlier, year),
    releases: inYear(earlier, year).length,
  }));
  const worst = years.reduce((most, one) => (one.epsilon > most.epsilon ? one : most));
  return [
    gateResult('yearly-budget', 'attested', worst.epsilon <= limit, {
      guarantee: 'differentialPrivacy',
      year: `${worst.year}`,
      epsilon: shown(worst.epsilon),
      before: shown(worst.before),
      limit: `${limit}`,
      releases: worst.releases,
    }),
  ];
}

/** Rounded up, so that a figure shown is never less than what was spent. */
function shown(epsilon: number): string {
  return `${Math.ceil(epsilon * 10_000) / 10_000}`;
}
