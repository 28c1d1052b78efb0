import { allHomes } from '../../../../shared/ipc/candidate.ts';
import type { InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';
import type { TableColumns } from '../../../../shared/ipc/candidate.ts';
import type { Product } from '../../../../shared/products/product.ts';

export type Contents = NonNullable<InspectedBundle['contents']>;

/** Codes of the column `status`. */
export const rowStatus = { published: 0, suppressed: 1, zero: 2 } as const;

/** One released table with what its columns stand for. */
export interface BundleTable {
  readonly contents: Contents;
  readonly columns: TableColumns;
  /** Starts of its bins in order, seconds since 1970 UTC; empty where the product knows no time. */
  readonly starts: Int32Array;
  /** Bin of each row; empty where the product knows no time. */
  readonly bin: Int32Array;
  readonly bandCount: number;
}

/** The table of a product, else the first; `undefined` for a bundle without any. */
export function bundleTable(contents: Contents, product: Product | undefined): BundleTable | undefined {
  const columns = contents.tables.find((table) => table.product === product) ?? contents.tables[0];
  if (columns === undefined) return undefined;
  const starts = Int32Array.from(new Set(columns.start)).toSorted();
  const at = new Map([...starts].map((start, i) => [start, i]));
  const bands = columns.product === 'dwell' ? contents.dwellBands : contents.frequencyBands;
  return {
    contents,
    columns,
    starts,
    bin: columns.start.map((start) => at.get(start) ?? -1),
    bandCount: columns.band.length > 0 ? bands.length : 0,
  };
}

/** Which part of a table is shown; a part left out is taken together. */
export interface BundleSlice {
  readonly bin: number | 'total';
  readonly band?: number | undefined;
  /** Zone whose flows or whose visitors' homes are shown. */
  readonly from?: number | undefined;
}

/** Whether a row is of the ages and genders that sums are made of: the totals where there are totals, every single one elsewhere. */
function isClassSummand({ contents, columns }: BundleTable, row: number): boolean {
  const { recipe, ages, genders } = contents;
  if (!recipe.totals) return true;
  const isTotal = (column: Int32Array, count: number) => column.length === 0 || column[row] === count;
  return isTotal(columns.age, ages.length) && isTotal(columns.gender, genders.length);
}

/** Whether a row is one that sums over its zone are made of. */
export function isSummand(table: BundleTable, slice: Pick<BundleSlice, 'band'>, row: number): boolean {
  const { contents, columns, bandCount } = table;
  const { totals } = contents.recipe;
  const band = columns.band[row];
  const inBand =
    band === undefined || (slice.band === undefined ? !totals || band === bandCount : band === slice.band);
  const isAllHomes = columns.product !== 'catchment' || !totals || columns.other[row] === allHomes;
  return inBand && isAllHomes && isClassSummand(table, row);
}

/** Whether a row is of the shown time; always where the product knows no time. */
export function isThen(
  { bin }: Pick<BundleTable, 'bin'>,
  slice: Pick<BundleSlice, 'bin'>,
  row: number,
): boolean {
  return slice.bin === 'total' || bin.length === 0 || bin[row] === slice.bin;
}

/** What stands in a column, -1 where nothing does. */
export function valueAt(column: Int32Array, row: number): number {
  return column[row] ?? -1;
}

/** The zone a row is drawn in, -1 where it is not part of the slice: with a zone chosen, the other end of what starts or was visited there. */
export function drawnZone(table: BundleTable, slice: BundleSlice, row: number): number {
  const { zone, other } = table.columns;
  if (!isThen(table, slice, row)) return -1;
  if (slice.from === undefined || other.length === 0)
    return isSummand(table, slice, row) ? valueAt(zone, row) : -1;
  const isFrom = zone[row] === slice.from && other[row] !== allHomes;
  return isFrom && isClassSummand(table, row) ? valueAt(other, row) : -1;
}
