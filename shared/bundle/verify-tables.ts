import type { Recipe } from '../recipe/recipe.ts';
import { parquetPath, paths, tablePath } from './names.ts';
import { type Particular, particular } from './particular.ts';
import { type Check, type CheckId, failed, passed } from './report.ts';
import { rowsOf, tooManyRows } from './sizes.ts';
import { columnsOf } from './table-columns.ts';
import type { TableFault } from './table-fault.ts';
import { tableFaults } from './table-faults.ts';
import { parquetFault, type ReadTable } from './table-parquet.ts';
import { readTableCsv } from './table-read.ts';
import { levelFault } from './table-zones.ts';
import { wrongParent, type ZoneCollection, zoneLevels } from './zones.ts';
import type { BundleFiles } from './zip-write.ts';

/** The tables of a bundle in the recipe's order, or the first thing that cannot be read in each that cannot. */
export type TablesRead =
  | { readonly ok: true; readonly tables: readonly ReadTable[] }
  | { readonly ok: false; readonly code: 'E_TABLE' | 'E_SIZE'; readonly faults: readonly Particular[] };

/** Reads the CSV table of every product of the recipe; none where there are more rows than are read. */
export function readTables(files: BundleFiles, { products }: Recipe): TablesRead {
  const long = tooManyRows(
    products.map((product) => ({ product, rows: rowsOf(fileOf(files, tablePath(product))) })),
  );
  if (long.length > 0) return { ok: false, code: 'E_SIZE', faults: long };
  const faults: Particular[] = [];
  const tables: ReadTable[] = [];
  for (const product of products) {
    const read = readTableCsv(fileOf(files, tablePath(product)), product);
    if (read.ok) tables.push({ product, columns: read.columns, rows: read.rows });
    else faults.push(read.fault);
  }
  return faults.length === 0 ? { ok: true, tables } : { ok: false, code: 'E_TABLE', faults };
}

/** The tables by themselves, with their zones and against their recipe: a check each. */
export function checkTables(read: TablesRead, recipe: Recipe, zones: ZoneCollection): readonly Check[] {
  if (!read.ok) return [failed('table', read.code, read.faults)];
  const levels = zoneLevels(zones);
  const found = [
    ...zoneFaults(zones, recipe),
    ...read.tables.flatMap((table) => {
      const columns = columnFault(table, recipe);
      return columns === undefined ? tableFaults(table, recipe, levels) : [columns];
    }),
  ];
  const check = (id: CheckId, code: TableFault['code'], held: string): Check => {
    const faults = found.filter((fault) => fault.code === code).map((fault) => fault.particular);
    return faults.length === 0 ? passed(id, held) : failed(id, code, faults);
  };
  const rows = read.tables.map(({ product, rows: list }) => `${product} ${list.length} rows`).join(', ');
  return [
    check('table', 'E_TABLE', `${rows}; sorted, each group once`),
    check('zones', 'E_ZONES', 'every zone of the tables has its shape'),
    check('recipe', 'E_RECIPE', 'columns, categories, zones, times and figures are those of the recipe'),
  ];
}

/** The Parquet table of each product beside its CSV table. */
export async function checkParquet(tables: readonly ReadTable[], files: BundleFiles): Promise<Check> {
  const faults: Particular[] = [];
  for (const table of tables) {
    // oxlint-disable-next-line no-await-in-loop -- one table in memory at a time
    const fault = await parquetFault(fileOf(files, parquetPath(table.product)), table);
    if (fault !== undefined) faults.push(fault);
  }
  return faults.length === 0
    ? passed('parquet', 'equals the CSV tables, cell by cell')
    : failed('parquet', 'E_PARQUET', faults);
}

function zoneFaults(zones: ZoneCollection, recipe: Recipe): readonly TableFault[] {
  const place = { path: paths.zones };
  const orphan = wrongParent(zones);
  const level = levelFault(recipe, zoneLevels(zones));
  return [
    ...(orphan === undefined
      ? []
      : [{ code: 'E_ZONES' as const, particular: particular('zone-parent', { zone: orphan }, place) }]),
    ...(level === undefined ? [] : [{ code: 'E_RECIPE' as const, particular: { ...level, place } }]),
  ];
}

function columnFault({ product, columns }: ReadTable, recipe: Recipe): TableFault | undefined {
  if (columnsOf(recipe, product).join(',') === columns.join(',')) return undefined;
  const place = { path: tablePath(product), line: 1 };
  return { code: 'E_RECIPE', particular: particular('table-columns', {}, place) };
}

function fileOf(files: BundleFiles, path: string): Uint8Array {
  return files.get(path) ?? new Uint8Array();
}
