import { productNames } from '../../../shared/products/product.ts';
import type { Product } from '../../../shared/products/product.ts';

/** The products of a release with one added or taken out, in the order in which they are shown and written. */
export function withProduct(
  products: readonly Product[],
  product: Product,
  included: boolean,
): readonly Product[] {
  return productNames.filter((name) => (name === product ? included : products.includes(name)));
}
