import type { CountedTable } from './counted-table.ts';
import type { ProtectedTable } from './protected-table.ts';

/**
 * What became of the groups that were counted, where the released table bears noise: all with somebody in them, by their raw
 * persons, and those that the noisy table does not even list hidden like those it withholds. For the officer's screen only,
 * never for a release. Places ascend in both tables.
 */
export function withUnlisted(released: ProtectedTable, counted: CountedTable): ProtectedTable {
  const { at: listed } = released.counted.table;
  const { at, persons } = counted.table;
  const fates = new Uint8Array(at.length).fill(1);
  const figures = new Int32Array(at.length).fill(-1);
  let row = 0;
  at.forEach((place, i) => {
    while ((listed[row] ?? Infinity) < place) row++;
    if (listed[row] !== place) return;
    fates[i] = released.fates[row] ?? 1;
    figures[i] = released.figures[row] ?? -1;
  });
  return { counted, fates, figures, raw: persons };
}

/** How many groups noise alone publishes, with nobody in them: by the fates of the noisy table, and by those `withUnlisted` tells. */
export function publishedEmpty(released: Uint8Array, told: Uint8Array): number {
  return published(released) - published(told);
}

function published(fates: Uint8Array): number {
  return fates.reduce((sum, fate) => (fate === 0 ? sum + 1 : sum), 0);
}
