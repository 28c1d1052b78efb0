import { hasTime, shownTimeBin } from './product-shape.ts';
import type { Product } from '../../../shared/products/product.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { Desk } from './desk-state.ts';

/** What the bins of a product depend on; the same text, the same bins. */
function binsOf(product: Product, recipe: Recipe): string {
  if (!hasTime(product)) return '';
  return JSON.stringify([shownTimeBin(product, recipe), recipe.period, recipe.timeZone]);
}

/** What zones and their indices depend on. */
export function zonesKey({ zones, levels }: Pick<Recipe, 'zones' | 'levels'>): string {
  return JSON.stringify([zones, levels]);
}

/**
 * What stays when a view with other zones or bins is wanted. A selected zone means nothing among other zones. Of a bin the
 * instant stays (seconds since 1970): given where bins change, and kept while a product without time is shown.
 */
export function createCarryOver({ get, set }: Desk): () => number | undefined {
  let kept: number | undefined;
  return () => {
    const { view, viewRecipe, viewProduct, bin, product, draft } = get();
    const { recipe } = draft.present;
    if (view === undefined || viewRecipe === undefined) return undefined;
    if (zonesKey(viewRecipe) !== zonesKey(recipe)) set({ selectedZone: undefined });
    if (binsOf(viewProduct, viewRecipe) === binsOf(product, recipe)) return undefined;
    if (hasTime(viewProduct)) kept = bin === 'total' ? undefined : view.strip.starts[bin];
    if (kept !== undefined) set({ playing: false });
    return hasTime(product) ? kept : undefined;
  };
}
