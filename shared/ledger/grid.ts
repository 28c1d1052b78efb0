import { axesOf, type Axis } from './axes.ts';
import type { Released, ReleasedTable } from './released.ts';
import type { ZoneLine } from './zone-map.ts';

/** A released table whose published rows can be looked up by their values along the dimensions. */
export interface Grid {
  readonly released: Released;
  readonly table: ReleasedTable;
  readonly axes: readonly Axis[];
  /** Rows that bear a figure. */
  readonly rows: Int32Array;
  /** The published row with a key, which is a number in the mixed base of the axes' sizes. */
  readonly rowAt: ReadonlyMap<number, number>;
}

/** Lays out a released table on the line of its zones. */
export function gridOf(released: Released, table: ReleasedTable, line: ZoneLine): Grid {
  const axes = axesOf(released, table, line);
  const rows = Int32Array.from(table.zone.keys()).filter((row) => table.status[row] === 0);
  const rowAt = new Map<number, number>();
  for (const row of rows) {
    let key = 0;
    for (const { places, column } of axes) key = key * places.length + (column[row] ?? 0);
    rowAt.set(key, row);
  }
  return { released, table, axes, rows, rowAt };
}
