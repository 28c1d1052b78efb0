import type { Product } from '../products/product.ts';
import type { TableRow } from '../products/table-row.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { byBytes } from './names.ts';

/** What a row tells besides its figure. */
type KeyField = Exclude<keyof TableRow, 'persons' | 'estimate' | 'trips' | 'status'>;

const fieldOfColumn = {
  zone_id: 'zoneId',
  origin_zone_id: 'zoneId',
  destination_zone_id: 'destinationId',
  home_zone_id: 'homeId',
  start: 'start',
  start_local: 'startLocal',
  dwell_minutes: 'band',
  days_visited: 'band',
  age_band: 'ageBand',
  gender: 'gender',
} as const satisfies Record<string, KeyField>;

/** A column that says which group a row is about. */
export type KeyColumn = keyof typeof fieldOfColumn;
const figureColumns = ['persons', 'persons_estimate', 'trips'] as const;
/** A column with numbers. */
export type FigureColumn = (typeof figureColumns)[number];
/** A column of a table. */
export type ColumnName = KeyColumn | FigureColumn | 'status';

/** The columns of each product before those of age and gender, in order. */
export const leadingColumns: Readonly<Record<Product, readonly KeyColumn[]>> = {
  footfall: ['zone_id', 'start', 'start_local'],
  dwell: ['zone_id', 'start', 'start_local', 'dwell_minutes'],
  frequency: ['zone_id', 'days_visited'],
  flows: ['origin_zone_id', 'destination_zone_id', 'start', 'start_local'],
  catchment: ['zone_id', 'home_zone_id'],
};

/** The columns of the table of `product` that `recipe` gives, in order. */
export function columnsOf(recipe: Recipe, product: Product): readonly ColumnName[] {
  return [
    ...leadingColumns[product],
    ...(recipe.ageBreaks.length > 0 ? (['age_band'] as const) : []),
    ...(recipe.byGender ? (['gender'] as const) : []),
    'persons',
    ...(recipe.extrapolate ? (['persons_estimate'] as const) : []),
    ...(recipe.trips && product === 'flows' ? (['trips'] as const) : []),
    'status',
  ];
}

/** The columns that tell two rows of a table apart; `start_local` only repeats `start`. */
export function primaryKeyOf(columns: readonly ColumnName[]): readonly ColumnName[] {
  return columns.filter((name) => name !== 'start_local' && name !== 'status' && !isFigure(name));
}

/** Whether a column has numbers, which a row may lack. */
export function isFigure(column: ColumnName): column is FigureColumn {
  return figureColumns.some((name) => name === column);
}

/** The number of a row in a column of numbers. */
export function figureIn({ persons, estimate, trips }: TableRow, column: FigureColumn): number | undefined {
  return { persons, persons_estimate: estimate, trips }[column];
}

/** Which field of a row a key column writes. */
export function fieldOf(column: KeyColumn): KeyField {
  return fieldOfColumn[column];
}

/** How `row` writes `column` in CSV; what it does not have is empty. */
export function cellText(row: TableRow, column: ColumnName): string {
  if (isFigure(column)) return String(figureIn(row, column) ?? '');
  return column === 'status' ? row.status : (row[fieldOfColumn[column]] ?? '');
}

/**
 * Order of rows of one table by their primary key, by bytes: zone, destination or home, start, band, age band, gender. 0: the
 * same group.
 */
export function byPrimaryKey(a: TableRow, b: TableRow): number {
  return (
    byBytes(a.zoneId, b.zoneId) ||
    byOptional(a.destinationId, b.destinationId) ||
    byOptional(a.homeId, b.homeId) ||
    byOptional(a.start, b.start) ||
    byOptional(a.band, b.band) ||
    byOptional(a.ageBand, b.ageBand) ||
    byOptional(a.gender, b.gender)
  );
}

function byOptional(a: string | undefined, b: string | undefined): number {
  return a === b ? 0 : byBytes(a ?? '', b ?? '');
}
