import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partsOfParquet } from '../../electron/node/native/parts-of-parquet.ts';
import { piecesOfParts } from '../../electron/node/native/pieces-of-result.ts';
import { sql } from '../../shared/sql/fragment.ts';

const folder = mkdtempSync(join(tmpdir(), 'freigabe-parts-'));
let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
});
afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

async function written(rows: number, groups: number, column = 'x'): Promise<string> {
  const path = join(folder, `${rows}-${groups}-${column}.parquet`);
  await connection.run(
    `COPY (SELECT range::INTEGER AS ${column} FROM range(${rows})) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE ${groups})`,
  );
  return path;
}

it('reads a file in parts of whole groups, every row once and in order, the first group by itself', async () => {
  const path = await written(2_300_000, 102_400);
  const parts = (await partsOfParquet(connection, path, ['x'])) ?? [];
  const sizes: number[] = [];
  let next = 0;
  for (const part of parts) {
    const before = next;
    for await (const { length, int32 } of piecesOfParts(connection, [sql`SELECT x FROM ${part}`])) {
      const column = int32('x');
      for (let row = 0; row < length; row++) if (column[row] !== next++) throw new Error(`row ${next - 1}`);
    }
    sizes.push(next - before);
  }
  expect(sizes).toEqual([102_400, 1_126_400, 1_071_200]);
  expect(next).toBe(2_300_000);
});

it('leaves a file whole whose groups are too large, or that numbers its rows itself', async () => {
  expect(await partsOfParquet(connection, await written(4_400_000, 4_300_800), ['x'])).toBeUndefined();
  const named = await written(10, 2048, 'File_Row_Number');
  expect(await partsOfParquet(connection, named, ['File_Row_Number'])).toBeUndefined();
});

it('runs no further statement once nobody asks, and tells the fault of the one that fails', async () => {
  const path = await written(10, 2048);
  const good = sql`SELECT x FROM ${(await partsOfParquet(connection, path, ['x']))?.[0] ?? sql``}`;
  const all = async (): Promise<number> => {
    let rows = 0;
    for await (const piece of piecesOfParts(connection, [good, sql`SELECT nothing`, good]))
      rows += piece.length;
    return rows;
  };
  await expect(all()).rejects.toThrow(/nothing/);
  const pieces = piecesOfParts(connection, [good, good, good, good, good]);
  await pieces.next();
  await pieces.return(undefined);
  expect((await connection.runAndReadAll('SELECT 1')).getRows()).toEqual([[1]]);
});
