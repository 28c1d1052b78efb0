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
  /** The published row with a key, which is a number in the mixed base of the axes' sizes; -1 where there is none. */
  readonly rowAt: (key: number) => number;
}

/** A cube of up to so many places is kept whole, a larger one as a map. */
const mostPlaces = 2 ** 25;

/** Lays out a released table on the line of its zones. */
export function gridOf(released: Released, table: ReleasedTable, line: ZoneLine): Grid {
  const axes = axesOf(released, table, line);
  const rows = Int32Array.from(table.zone.keys()).filter((row) => table.status[row] === 0);
  return { released, table, axes, rows, rowAt: lookUp(axes, rows) };
}

function lookUp(axes: readonly Axis[], rows: Int32Array): Grid['rowAt'] {
  const keyOf = (row: number): number =>
    axes.reduce((key, { places, column }) => key * places.length + (column[row] ?? 0), 0);
  const size = axes.reduce((product, { places }) => product * places.length, 1);
  if (size <= mostPlaces) {
    const cube = new Int32Array(size).fill(-1);
    for (const row of rows) cube[keyOf(row)] = row;
    return (key) => cube[key] ?? -1;
  }
  const rowAt = new Map<number, number>();
  for (const row of rows) rowAt.set(keyOf(row), row);
  return (key) => rowAt.get(key) ?? -1;
}
