import type { Family } from './family.ts';
import type { Release } from './release.ts';
import { layoutOf } from './table-layout.ts';

/** Blocks of a family in which some table has a group, ascending. */
export function occupiedBlocks(release: Release, family: Family): Int32Array {
  if (family.name === 'period') return Int32Array.from({ length: family.count }, (_, block) => block);
  const found = new Set<number>();
  for (const index of family.tables) addBlocks(release, index, found);
  return Int32Array.from(found).toSorted();
}

function addBlocks(release: Release, index: number, found: Set<number>): void {
  const table = release.tables[index]?.table;
  if (table === undefined) return;
  const { layers, ages, genders } = layoutOf(table);
  const size = layers * ages * genders;
  let last = -1;
  for (const at of table.at) {
    const block = Math.floor(at / size);
    if (block !== last) found.add(block);
    last = block;
  }
}
