import { presentKeyProducts } from '../../../../shared/protect/differential-privacy/noise-plan.ts';
import { epsilonOf } from '../../../../shared/protect/differential-privacy/zcdp.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';

export interface Budget {
  /** Decimal text, above 0. */
  readonly rho: string;
  /** Delta is 10 to the power of minus this. */
  readonly deltaExponent: number;
}

/**
 * Epsilon of `releases` releases about the same people, rounded up to two places; the gate compares the exact number of one.
 * Where pairs of zones are released half of delta pays for pairs that appear because of one person.
 */
export function statedEpsilon(
  { rho, deltaExponent }: Budget,
  products: Recipe['products'],
  releases = 1,
): number {
  const keysAppear = products.some((product) => presentKeyProducts.has(product));
  const delta = 10 ** -deltaExponent / (keysAppear ? 2 : 1);
  return Math.ceil(epsilonOf(Number(rho) * releases, delta) * 100) / 100;
}

/** Reads `0.1` or `0,1` as a recipe states a budget: above 0, at most six places; `undefined` when it is none. */
export function parseRho(text: string): string | undefined {
  const plain = text.trim().replace(',', '.');
  if (!/^(0|[1-9][0-9]{0,5})(\.[0-9]{1,6})?$/.test(plain) || Number(plain) === 0) return undefined;
  return plain;
}
