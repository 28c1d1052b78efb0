import type { Product } from '../products/product.ts';
import type { TableRow } from '../products/table-row.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { tablePath } from './names.ts';
import { particular } from './particular.ts';
import { classCheck } from './table-classes.ts';
import { byPrimaryKey, fieldOf, type KeyColumn, leadingColumns } from './table-columns.ts';
import { recipeFault, type RowCheck, type TableFault, tableFault } from './table-fault.ts';
import { estimateCheck, figureCheck, tripsCheck } from './table-figures.ts';
import { timeCheck } from './table-times.ts';
import { exceededTotal } from './table-totals.ts';
import { zoneCheck } from './table-zones.ts';
import type { ZoneLevels } from './zones.ts';

/** The rows of one product, in the order of `byPrimaryKey`. */
export interface SortedTable {
  readonly product: Product;
  readonly rows: readonly TableRow[];
}

/** The first fault of each code in a table, with its line in the CSV file; empty when all is well. */
export function tableFaults(
  { product, rows }: SortedTable,
  recipe: Recipe,
  zones: ZoneLevels,
): readonly TableFault[] {
  const found = new Map<TableFault['code'], TableFault>();
  const note = (fault: TableFault | undefined, index: number): void => {
    if (fault === undefined || found.has(fault.code)) return;
    const place = { path: tablePath(product), line: index + 2 };
    found.set(fault.code, { ...fault, particular: { ...fault.particular, place } });
  };
  const checks = [
    keyCheck(product),
    zoneCheck(recipe, zones),
    timeCheck(recipe, product),
    classCheck(recipe, product),
    figureCheck(recipe),
    estimateCheck(recipe),
    tripsCheck(recipe, product, zones),
  ];
  let previous: TableRow | undefined;
  for (const [index, row] of rows.entries()) {
    if (previous !== undefined) note(orderFault(previous, row), index);
    for (const check of checks) note(check(row), index);
    if (found.size === 3) break;
    previous = row;
  }
  const exceeded = found.size === 0 ? exceededTotal(rows, recipe) : undefined;
  if (exceeded !== undefined) note(recipeFault(exceeded.particular), exceeded.index);
  return [...found.values()];
}

function orderFault(previous: TableRow, row: TableRow): TableFault | undefined {
  const order = byPrimaryKey(previous, row);
  if (order < 0) return undefined;
  return tableFault(particular(order === 0 ? 'rows-twice' : 'rows-unsorted', {}));
}

const optionalColumns = ['destination_zone_id', 'home_zone_id', 'start', 'start_local'] as const;

/** A row has the key columns of its product and no others; those of age and gender are checked with their values. */
function keyCheck(product: Product): RowCheck {
  const lead = leadingColumns[product];
  const band = lead.find((column) => fieldOf(column) === 'band');
  const columns: readonly KeyColumn[] = [...optionalColumns, band ?? 'dwell_minutes'];
  const wanted = columns.map((column) => [column, fieldOf(column), lead.includes(column)] as const);
  return (row) => {
    for (const [column, field, isWanted] of wanted)
      if ((row[field] !== undefined) !== isWanted) return columnFault(column, isWanted);
    return undefined;
  };
}

function columnFault(column: KeyColumn, isWanted: boolean): TableFault {
  return recipeFault(particular(isWanted ? 'column-missing' : 'column-unasked', { column }));
}
