import { presentKeyProducts } from '../protect/differential-privacy/noise-plan.ts';
import { epsilonOf } from '../protect/differential-privacy/zcdp.ts';
import type { Product } from '../products/product.ts';
import { overlap, type Stretch } from './stretch.ts';

/** What one release with differential privacy spent per person. */
export interface Spent {
  readonly products: readonly Product[];
  /** Decimal text of at most six places. */
  readonly rho: string;
  readonly deltaExponent: number;
}

/** That, and over which seconds. */
export interface Charge extends Spent {
  readonly period: Stretch;
}

/**
 * The highest epsilon that all releases together leave a person of any one period, the period of `candidate` and of each it
 * overlaps: their rho adds up, stated at the smallest delta any of them promises.
 */
export function composedEpsilon(earlier: readonly Charge[], candidate: Charge): number {
  const all = [...earlier, candidate];
  const touched = all.filter(({ period }) => overlap(period, candidate.period));
  return Math.max(
    ...touched.map(({ period }) => epsilonTogether(all.filter((one) => overlap(one.period, period)))),
  );
}

/** The epsilon of one or more releases about the same persons: their rho adds up, at the smallest delta any of them promises. */
export function epsilonTogether(charges: readonly Spent[]): number {
  const millionths = charges.reduce((sum, { rho }) => sum + millionthsOf(rho), 0);
  const exponent = Math.max(...charges.map(({ deltaExponent }) => deltaExponent));
  const keysAppear = charges.some(({ products }) => products.some((one) => presentKeyProducts.has(one)));
  return epsilonOf(millionths / 1e6, 10 ** -exponent / (keysAppear ? 2 : 1));
}

function millionthsOf(rho: string): number {
  const [whole = '0', places = ''] = rho.split('.');
  return Number(whole) * 1_000_000 + Number(places.padEnd(6, '0').slice(0, 6));
}
