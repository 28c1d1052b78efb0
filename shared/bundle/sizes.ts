import type { Product } from '../products/product.ts';
import { ledgerPaths, paths, tablePath } from './names.ts';
import { type Particular, particular } from './particular.ts';
import type { BundleFiles } from './zip-write.ts';

/** Most rows in one table. */
export const maximumTableRows = 10_000_000;
/** Most rows in all tables of a bundle together. Read, a row takes about 100 bytes. */
export const maximumRows = 20_000_000;

const mebibyte = 2 ** 20;
const lineFeed = 10;
const largest: Readonly<Record<string, number>> = {
  [paths.zones]: 256 * mebibyte,
  [paths.zonesTable]: 256 * mebibyte,
  [paths.reportEnglish]: 64 * mebibyte,
  [paths.reportGerman]: 64 * mebibyte,
  [paths.evidence]: 64 * mebibyte,
  [ledgerPaths.leaves]: 64 * mebibyte,
};

/** Most bytes in the file at `path` of a bundle, so that none is read into memory that does not fit there. */
export function maximumFileBytes(path: string): number {
  if (path === paths.zonesTable) return largest[path] ?? 0;
  if (path.startsWith('data/tables/')) return 1024 * mebibyte;
  return largest[path] ?? 16 * mebibyte;
}

/** A particular for each file that is larger than a bundle's may be. */
export function oversizedFiles(files: BundleFiles): readonly Particular[] {
  return [...files].flatMap(([path, { length }]) => {
    const limit = maximumFileBytes(path);
    return length <= limit ? [] : [particular('file-too-large', { bytes: length, limit }, { path })];
  });
}

/** Rows of a table before it is read: lines but the first. */
export function rowsOf(csv: Uint8Array): number {
  let lines = 0;
  for (const byte of csv) if (byte === lineFeed) lines += 1;
  return Math.max(0, lines - 1);
}

/** What is too long: a table, or all tables of the bundle together. */
export function tooManyRows(
  tables: readonly { readonly product: Product; readonly rows: number }[],
): readonly Particular[] {
  const each = tables.flatMap(({ product, rows }) =>
    rows <= maximumTableRows
      ? []
      : [particular('table-too-long', { rows, limit: maximumTableRows }, { path: tablePath(product) })],
  );
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  if (each.length > 0 || all <= maximumRows) return each;
  return [particular('tables-too-long', { rows: all, limit: maximumRows })];
}
