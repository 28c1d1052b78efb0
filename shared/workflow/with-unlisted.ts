import { indexed } from '../products/indexed-table.ts';
import type { CountedTable } from './counted-table.ts';
import type { ProtectedTable } from './protected-table.ts';

/**
 * A table with noise beside what was counted for it: groups with somebody in them that the noisy table does not even list are
 * hidden like those it withholds. Its persons are raw: for the officer's screen, never for a release.
 */
export function withUnlisted(released: ProtectedTable, counted: CountedTable): ProtectedTable {
  const { at: listed } = released.counted.table;
  const { table } = counted;
  const rowOf = new Map(Array.from(listed, (place, row) => [place, row]));
  const rawOf = new Map(Array.from(table.at, (place, i) => [place, table.persons[i] ?? 0]));
  const unlisted = table.at.filter((place, i) => !rowOf.has(place) && (table.persons[i] ?? 0) > 0);
  const at = new Float64Array([...listed, ...unlisted]).toSorted();
  const persons = Int32Array.from(at, (place) => rawOf.get(place) ?? 0);
  const rows = Int32Array.from(at, (place) => rowOf.get(place) ?? -1);
  return {
    counted: { ...counted, table: indexed({ ...table, at, persons, contributors: persons }) },
    fates: Uint8Array.from(rows, (row) => released.fates[row] ?? 1),
    figures: Int32Array.from(rows, (row) => released.figures[row] ?? -1),
    raw: persons,
  };
}
