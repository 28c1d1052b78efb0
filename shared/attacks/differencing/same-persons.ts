import { relationOf, type Relation } from '../../ledger/population.ts';
import type { Product } from '../../products/product.ts';
import type { Recipe } from '../../recipe/recipe.ts';

/** Whom a table counts: everybody present in a zone (`presence`), everybody who stayed there, or everybody who went from zone to zone. */
export type Subject = 'presence' | 'stays' | 'trips';

/**
 * Whom a table counts, bands and homes aside. Frequency and catchment count the persons present in the period, as footfall does in
 * a bin; dwell counts the same persons where presence rests on stays.
 */
export function subjectOf(product: Product, { presence }: Recipe): Subject {
  if (product === 'flows') return 'trips';
  return product === 'dwell' && presence === 'events' ? 'stays' : 'presence';
}

/**
 * How the persons of a group in a table of `second` relate to those of the same group in a table of `first`. Tables of different
 * products compare where both count presence and no bound drops persons from one of them alone.
 */
export function relationOfTables(
  first: { readonly product: Product; readonly recipe: Recipe },
  second: { readonly product: Product; readonly recipe: Recipe },
): Relation {
  if (first.product === second.product) return relationOf(first.recipe, second.recipe, first.product);
  const recipes = [first.recipe, second.recipe];
  const isPresence = [first, second].every(
    ({ product, recipe }) => subjectOf(product, recipe) === 'presence',
  );
  const isBounded = recipes.some((recipe) => recipe.maximumGroupsPerPersonDay !== null);
  return isPresence && !isBounded ? relationOf(first.recipe, second.recipe, 'footfall') : 'unlike';
}
