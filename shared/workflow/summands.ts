import { totalAlong, type IndexedTable } from '../products/indexed-table.ts';
import type { DimensionName } from '../products/product.ts';
import type { Slice } from './showing.ts';

interface Condition {
  readonly column: Int32Array;
  readonly value: number;
}

/**
 * Tells the groups that the sums of a slice are made of: those of its bin and band, and of the totals over ages, genders, bands
 * and homes where there are totals, every single group elsewhere. `homes` 'each' takes single homes although there is a total.
 */
export function summandsOf(
  table: IndexedTable,
  { bin, band }: Slice,
  homes: 'together' | 'each' = 'together',
): (i: number) => boolean {
  const conditions: Condition[] = [];
  const want = (name: DimensionName, value: number): void => {
    const column = table.part[name];
    if (column && value !== -1) conditions.push({ column, value });
  };
  if (bin !== 'total') want('time', bin);
  want('band', band ?? totalAlong(table, 'band'));
  want('age', totalAlong(table, 'age'));
  want('gender', totalAlong(table, 'gender'));
  if (homes === 'together') want('home', totalAlong(table, 'home'));
  return (i) => conditions.every(({ column, value }) => column[i] === value);
}
