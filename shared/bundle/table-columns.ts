import type { FootfallRow } from '../products/footfall-table.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { byBytes } from './names.ts';

/** A column of the footfall table. */
export type ColumnName = 'zone_id' | 'start' | 'start_local' | 'age_band' | 'gender' | 'persons' | 'status';

/** The columns a recipe's table has, in order. */
export function columnsOf(recipe: Recipe): readonly ColumnName[] {
  return [
    'zone_id',
    'start',
    'start_local',
    ...(recipe.ageBreaks.length > 0 ? (['age_band'] as const) : []),
    ...(recipe.byGender ? (['gender'] as const) : []),
    'persons',
    'status',
  ];
}

const cells: Readonly<Record<ColumnName, (row: FootfallRow) => string>> = {
  zone_id: (row) => row.zoneId,
  start: (row) => row.start,
  start_local: (row) => row.startLocal,
  age_band: (row) => row.ageBand ?? '',
  gender: (row) => row.gender ?? '',
  persons: (row) => (row.persons === undefined ? '' : String(row.persons)),
  status: (row) => row.status,
};

/** How `row` writes `column` in CSV; what it does not have is empty. */
export function cellText(row: FootfallRow, column: ColumnName): string {
  return cells[column](row);
}

/** Order of rows by their primary key (zone, start, age band, gender), by bytes. 0: the same group. */
export function byPrimaryKey(a: FootfallRow, b: FootfallRow): number {
  return (
    byBytes(a.zoneId, b.zoneId) ||
    byBytes(a.start, b.start) ||
    byBytes(a.ageBand ?? '', b.ageBand ?? '') ||
    byBytes(a.gender ?? '', b.gender ?? '')
  );
}
