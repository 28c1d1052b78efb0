import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';

const halvings = 200;
/** Products of which only pairs of zones with somebody in them can appear; half of delta pays for that. */
const pairProducts: ReadonlySet<Product> = new Set(['flows', 'catchment']);

/** The budget of a release with differential privacy, as the recipe has it. */
export type Budget = Extract<Recipe['guarantee'], { readonly kind: 'differentialPrivacy' }>;

/** Whether half of delta is set aside for pairs of zones that one person alone could make appear. */
export function pairsAppear(products: readonly Product[]): boolean {
  return products.some((product) => pairProducts.has(product));
}

/**
 * The epsilon of a release of `products` within a budget, as decimal text of four places, rounded up. At delta, or half of it
 * where `pairsAppear`, it is the smallest that Canonne, Kamath and Steinke (2020, proposition 12) prove: the minimum over alpha > 1 of
 * alpha rho + (alpha log(1 - 1/alpha) - log(alpha - 1) - log(delta)) / (alpha - 1).
 */
export function epsilonText({ rho, deltaExponent }: Budget, products: readonly Product[]): string {
  if (Number(rho) === 0) return '0.0000';
  const minusLogDelta = deltaExponent * Math.LN10 + (pairsAppear(products) ? Math.LN2 : 0);
  const tenThousandths = Math.ceil(Math.max(0, smallest(Number(rho), minusLogDelta)) * 10_000 + 1e-6);
  const places = `${tenThousandths % 10_000}`.padStart(4, '0');
  return `${Math.floor(tenThousandths / 10_000)}.${places}`;
}

/** The epsilons that the alphas prove fall and then rise with alpha, so that thirds of the logarithm of alpha - 1 close in. */
function smallest(rho: number, minusLogDelta: number): number {
  const provedAt = (logarithm: number): number => {
    const above = Math.exp(logarithm);
    const alpha = 1 + above;
    return alpha * rho + (alpha * Math.log1p(-1 / alpha) - logarithm + minusLogDelta) / above;
  };
  let [from, to] = [-12, 40];
  for (let i = 0; i < halvings; i += 1) {
    const third = (to - from) / 3;
    if (provedAt(from + third) <= provedAt(to - third)) to -= third;
    else from += third;
  }
  return provedAt((from + to) / 2);
}
