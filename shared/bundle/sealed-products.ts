import { z } from 'zod';
import { parseCanonicalJsonFile } from '../base/canonical-json.ts';
import { type Product, productNames } from '../products/product.ts';
import { Recipe } from '../recipe/recipe.ts';
import { parquetPath, paths, tablePath } from './names.ts';
import type { BundleFiles } from './zip-write.ts';

const Products = z.object({ products: Recipe.shape.products });

/**
 * The products whose tables belong to a bundle: those its recipe names. Where the recipe cannot be read, those of which there is a
 * file, so that the recipe is what the verifier finds fault with and not every table.
 */
export function sealedProducts(files: BundleFiles): readonly Product[] {
  const json = parseCanonicalJsonFile(files.get(paths.recipe) ?? new Uint8Array());
  const read = json.ok ? Products.safeParse(json.value) : undefined;
  if (read?.success === true) return read.data.products;
  return productNames.filter((product) => files.has(tablePath(product)) || files.has(parquetPath(product)));
}
