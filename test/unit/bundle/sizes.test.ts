import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import {
  maximumFileBytes,
  maximumRows,
  maximumTableRows,
  oversizedFiles,
  rowsOf,
  tooManyRows,
} from '../../../shared/bundle/sizes.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { readTables } from '../../../shared/bundle/verify-tables.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { smallRecipe, smallRelease, smallTrust } from '../../support/small-bundle.ts';
import { repacked } from '../../support/tampered-bundle.ts';
import { untold } from '../../support/told-failures.ts';

const lines = (rows: number): Uint8Array => new Uint8Array(rows + 1).fill(10);
const told = (...rows: readonly number[]): readonly string[] =>
  tooManyRows(rows.map((count) => ({ product: 'dwell', rows: count }))).map(({ what }) => what);
const recipe: Recipe = { ...smallRecipe, products: ['footfall', 'frequency', 'dwell'] };
const tablesOf = (...rows: readonly number[]): ReadonlyMap<string, Uint8Array> =>
  new Map(recipe.products.map((product, i) => [`data/tables/${product}.csv`, lines(rows[i] ?? 0)]));

describe('sizes a bundle may have', () => {
  it('let a file through at its limit, and not one byte more', () => {
    for (const path of [
      'release.json',
      'approvals/01-preparer.json',
      'ledger/leaves.txt',
      'data/geo/zones.geojson',
    ]) {
      const limit = maximumFileBytes(path);
      expect(oversizedFiles(new Map([[path, new Uint8Array(limit)]]))).toEqual([]);
      expect(oversizedFiles(new Map([[path, new Uint8Array(limit + 1)]]))).toMatchObject([
        { what: 'file-too-large', values: { bytes: limit + 1, limit }, place: { path } },
      ]);
    }
    expect(maximumFileBytes('data/tables/footfall.csv')).toBe(2 ** 30);
    expect(maximumFileBytes('data/tables/zones.csv')).toBe(2 ** 28);
  });

  it('count rows before a table is read', () => {
    expect([0, 1, 7].map((rows) => rowsOf(lines(rows)))).toEqual([0, 1, 7]);
    expect(rowsOf(new Uint8Array())).toBe(0);
  });

  it('let a table and all tables through at their limits, and not one row more', () => {
    expect(told(maximumTableRows, maximumTableRows)).toEqual([]);
    expect(told(maximumTableRows + 1)).toEqual(['table-too-long']);
    expect(told(maximumRows - maximumTableRows, maximumTableRows, 1)).toEqual(['tables-too-long']);
  });

  it('keep long tables from being read at all', () => {
    expect(readTables(tablesOf(1, 1, maximumTableRows + 1), recipe)).toMatchObject({
      code: 'E_SIZE',
      faults: [{ what: 'table-too-long', place: { path: 'data/tables/dwell.csv' } }],
    });
    expect(readTables(tablesOf(1, maximumTableRows, maximumTableRows), recipe)).toMatchObject({
      code: 'E_SIZE',
      faults: [{ what: 'tables-too-long', values: { rows: maximumRows + 1, limit: maximumRows } }],
    });
    expect(readTables(tablesOf(1, 1, 1), recipe)).toMatchObject({ code: 'E_TABLE' });
  });

  it('stop the verifier before it looks at anything else', async () => {
    for (const path of [
      'data/geo/zones.geojson',
      'approvals/02-privacy-officer.json',
      'manifest-sha256.txt',
    ]) {
      const bytes = repacked(await smallRelease(), (files) =>
        files.set(path, new Uint8Array(maximumFileBytes(path) + 1)),
      );
      const report = await verifyBundle(bytes, smallTrust(), nodeCrypto);
      expect(report.outcome).toBe('rejected');
      expect(report.checks.map(({ id, code }) => code ?? id)).toEqual(['container', 'E_SIZE']);
      expect(untold(report)).toEqual([]);
    }
  });
});
