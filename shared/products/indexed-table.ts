import type { GroupTable } from './group-table.ts';
import type { DimensionName } from './product.ts';

/** A table with, for every dimension, the value each group has there (index along the dimension). */
export interface IndexedTable extends GroupTable {
  readonly part: Readonly<Partial<Record<DimensionName, Int32Array>>>;
}

/** Takes the places of a table's groups apart into their values along each dimension. */
export function indexed(table: GroupTable): IndexedTable {
  const { at, dimensions } = table;
  const rest = at.slice();
  const part: Partial<Record<DimensionName, Int32Array>> = {};
  for (const { name, size } of dimensions.toReversed()) {
    const column = new Int32Array(at.length);
    for (let i = 0; i < at.length; i++) {
      const place = rest[i] ?? 0;
      const left = Math.floor(place / size);
      column[i] = place - left * size;
      rest[i] = left;
    }
    part[name] = column;
  }
  return { ...table, part };
}

/** Index of the total along a dimension, -1 where there is none. */
export function totalAlong({ dimensions }: Pick<GroupTable, 'dimensions'>, name: DimensionName): number {
  const dimension = dimensions.find((one) => one.name === name);
  return dimension?.hasTotal ? dimension.size - 1 : -1;
}
