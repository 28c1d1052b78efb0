import type { IndexedTable } from '../products/indexed-table.ts';
import { noisyCounts } from '../protect/cell-key/noisy-counts.ts';
import { roundToBase } from '../protect/round.ts';
import type { Recipe } from '../recipe/recipe.ts';

/**
 * What a classical release says of each group if it is published: its persons, with cell-key noise where the recipe asks for
 * it, and then rounded. Whether it is published is decided on raw contributors, so noise may take a figure below
 * `minimumPersons`; it never takes one below the rounding base, because a published 0 would say that nobody was there.
 * Refuses noise that no table has (`noise-parameters`).
 */
export function figuresOf(table: IndexedTable, { guarantee, roundingBase }: Recipe): Int32Array {
  const noise = guarantee.kind === 'classical' ? guarantee.cellKeyNoise : null;
  if (noise === null) return table.persons.map((count) => roundToBase(count, roundingBase));
  return noisyCounts(table, noise).map((count) => Math.max(roundingBase, roundToBase(count, roundingBase)));
}
