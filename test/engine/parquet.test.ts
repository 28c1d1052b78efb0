import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { openParquet, type RandomAccess } from '../../shared/extract/parquet/open-parquet.ts';
import { parquetLines } from '../../shared/extract/parquet/parquet-lines.ts';
import { splitLine } from '../../shared/extract/split-line.ts';
import { nativeDuckDb, type NativeDuckDb } from '../support/native-duckdb.ts';
import { openReview, type Files, type OpenReview } from '../support/open-review.ts';

const timeLimit = 30_000;
const folder = mkdtempSync(join(tmpdir(), 'freigabe-parquet-'));
let open: OpenReview;
let sql: NativeDuckDb;

beforeAll(async () => {
  open = openReview(await startWasmEngine());
  sql = await nativeDuckDb();
  await sql.rows("SET TimeZone = 'UTC'");
}, timeLimit);
afterAll(() => {
  open.close();
  sql.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
async function written(query: string, options = ''): Promise<Uint8Array> {
  const path = join(folder, `${files++}.parquet`);
  await sql.rows(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
  return new Uint8Array(readFileSync(path));
}

const inMemory = (bytes: Uint8Array): RandomAccess => ({
  name: 'events.parquet',
  sizeBytes: bytes.length,
  slice: async (from, to) => bytes.slice(from, to).buffer,
});

async function rowsOf(bytes: Uint8Array, used?: readonly number[]): Promise<readonly (readonly string[])[]> {
  const parquet = await openParquet(inMemory(bytes));
  const columns = used ?? parquet.columns.map((_, column) => column);
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of parquetLines(parquet, columns, () => undefined)) text += decoder.decode(piece);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => splitLine(line, ','));
}

/** Every type that may stand in a column, with values at the edges of how they are written. */
const everyType = `SELECT i::TINYINT AS a, (i * 1000003)::INTEGER AS b, i::BIGINT * 90071992547409 AS c,
  18446744073709551615 - i::UBIGINT AS d, (65535 - i)::USMALLINT AS e, (i * 1.1)::FLOAT AS f, i * 1e13 + 0.1 AS g,
  19.9921875::FLOAT + i AS f2,
  CASE WHEN i % 7 = 0 THEN NULL ELSE i::DOUBLE END AS h, (i / 3.0)::DECIMAL(18, 4) AS j,
  (i * 12345678901234567)::DECIMAL(38, 0) AS k, (-i / 7.0)::DECIMAL(9, 2) AS l,
  TIMESTAMP '1969-12-31 23:59:59.25' + INTERVAL (i * 1234567) MICROSECONDS AS m,
  TIMESTAMPTZ '2024-03-31 00:30:00+00' + INTERVAL (i) HOURS AS n, DATE '1969-12-30' + i::INTEGER AS o,
  TIME '10:11:12.5' + INTERVAL (i) SECONDS AS p, (TIMESTAMP '1969-12-31 23:59:59.25' + INTERVAL (i) HOURS)::TIMESTAMP_MS AS q,
  (TIMESTAMP '2024-01-01 00:00:00.123456' + INTERVAL (i) SECONDS)::TIMESTAMP_NS AS r,
  'id,"x" ' || i AS s, CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'ü€' || i END AS t, md5(i::VARCHAR)::BLOB AS u,
  uuid() AS v, i % 2 = 0 AS w, '\\xAA\\x27a'::BLOB AS x, 1e-5 * i AS y, (1e-5 * i)::FLOAT AS z, 1e15 + i::DOUBLE AS aa,
  1e16 + i * 1e10 AS ab, CASE i % 4 WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN 'inf' WHEN 2 THEN '-inf' ELSE -0.0 END AS ac,
  ('x' || i % 3)::ENUM('x0', 'x1', 'x2') AS ad
  FROM (SELECT range AS i FROM range(0, 120))`;

it.each([
  ['in several row groups, with dictionaries', ', ROW_GROUP_SIZE 50'],
  ['uncompressed, with the encodings of version 2', ', PARQUET_VERSION v2, COMPRESSION uncompressed'],
])(
  'writes values of every type as DuckDB casts them to text (%s)',
  async (_name, options) => {
    const bytes = await written(everyType, options);
    const path = join(folder, `${files - 1}.parquet`);
    const names = (await openParquet(inMemory(bytes))).columns.map(({ name }) => name);
    const casts = names.map((name) => `coalesce(CAST("${name}" AS VARCHAR), '')`).join(', ');
    expect(await rowsOf(bytes)).toEqual(await sql.rows(`SELECT ${casts} FROM read_parquet('${path}')`));
  },
  timeLimit,
);

it(
  'reads the columns asked for and no byte of the others',
  async () => {
    const bytes = await written("SELECT range AS a, 'secret' || range AS b, range * 2 AS c FROM range(0, 5)");
    const { metadata } = await openParquet(inMemory(bytes));
    const secret = metadata.row_groups[0]?.columns[1]?.meta_data;
    const [from, to] = [
      Number(secret?.dictionary_page_offset ?? secret?.data_page_offset),
      Number(metadata.row_groups[0]?.columns[2]?.meta_data?.data_page_offset),
    ];
    const read: number[] = [];
    const file = {
      ...inMemory(bytes),
      slice: async (start: number, end: number) => {
        for (let at = start; at < end; at++) read.push(at);
        return bytes.slice(start, end).buffer;
      },
    };
    const parquet = await openParquet(file);
    read.length = 0;
    for await (const piece of parquetLines(parquet, [0, 2], () => undefined))
      expect(new TextDecoder().decode(piece)).toBe('0,,0\n1,,2\n2,,4\n3,,6\n4,,8\n');
    expect(from).toBeLessThan(to);
    expect(
      read.filter((at) => at >= from && at < to && at < from + Number(secret?.total_compressed_size)),
    ).toEqual([]);
  },
  timeLimit,
);

const events = `SELECT 'a' || (i % 40)::VARCHAR || 'b0123456789abcd' AS subscriber_id,
  TIMESTAMPTZ '2026-05-04 00:00:00+00' + INTERVAL (i * 61) SECONDS AS event_time,
  CASE WHEN i % 50 = 7 THEN NULL ELSE 51.3 + (i % 9) / 100.0 END AS lat, (12.3 + (i % 7) / 100.0)::DOUBLE AS lon, i AS other
  FROM (SELECT range AS i FROM range(0, 20000))`;

it(
  'makes of a Parquet file what it makes of the same rows as CSV, over several row groups and files',
  async () => {
    const path = join(folder, 'events.csv');
    await sql.rows(`COPY (${events}) TO '${path}' (FORMAT csv, HEADER)`);
    const fromCsv = await open.load({ events: readFileSync(path) });
    const whole = await written(events, ', ROW_GROUP_SIZE 6000');
    const fromParquet = await open.load({ events: whole });
    expect(fromCsv.rowsKept).toBe(19_600);
    expect(fromCsv.rejects[0]).toEqual({ line: 9, reason: 'badPosition' });
    expect(fromParquet).toEqual(fromCsv);
    const half = (from: number) =>
      written(`SELECT * FROM (${events}) WHERE other >= ${from} AND other < ${from} + 10000`);
    const parts = { 'a.parquet': await half(0), 'b.parquet': await half(10_000) };
    const seen: number[] = [];
    const both = await open.load({ events: { parts } }, { onProgress: ({ bytes }) => seen.push(bytes) });
    expect({ ...both, name: '', rejects: [] }).toEqual({ ...fromParquet, name: '', rejects: [] });
    expect(seen.at(-1)).toBe(parts['a.parquet'].length + parts['b.parquet'].length);
  },
  timeLimit,
);

const signal = new AbortController().signal;
const profile = async (all: Files) => open.profiles({ sources: open.put(all).sources }, signal);
const refusalOf = async (content: Uint8Array): Promise<unknown> =>
  profile({ events: content }).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.failure : error),
  );

it(
  'looks at a Parquet file as at any other, and does not take it for another way of writing',
  async () => {
    const [looked] = await profile({ events: await written(events) });
    expect(looked).toMatchObject({
      dialect: { container: 'parquet', delimiter: ',', header: true },
      timeFormat: 'iso',
      hasOffset: true,
    });
    expect(looked?.columns.map(({ role }) => role)).toEqual([
      'person',
      'time',
      'latitude',
      'longitude',
      'ignored',
    ]);
    const { sources } = open.put({ events: await written(events) });
    const dialects = { events: { delimiter: ';', header: false, encoding: 'utf-8', gzip: false } } as const;
    const [again] = await open.profiles({ sources, dialects }, signal);
    expect(again?.dialect).toEqual(looked?.dialect);
  },
  timeLimit,
);

it(
  'refuses what it cannot read, and says why',
  async () => {
    const good = await written(events);
    expect(await refusalOf(await written(events, ', COMPRESSION zstd'))).toMatchObject({
      code: 'parquet-codec',
      detail: { codec: 'ZSTD' },
    });
    expect(await refusalOf(await written('SELECT [1, 2] AS cells, 1 AS person'))).toMatchObject({
      code: 'parquet-nested',
      detail: { column: 'cells' },
    });
    expect(await refusalOf(await written("SELECT {'a': 1} AS both"))).toMatchObject({
      code: 'parquet-nested',
    });
    const differences = 'SELECT (4294967295 - range)::UINTEGER AS person, 1 AS time FROM range(0, 9000)';
    expect(await refusalOf(await written(differences, ', PARQUET_VERSION v2'))).toMatchObject({
      code: 'parquet-codec',
      detail: { codec: 'DELTA_BINARY_PACKED (UINT32)' },
    });
    expect((await rowsOf(await written(differences)))[8]).toEqual(['4294967287', '1']);
    expect(await refusalOf(good.slice(0, -9))).toMatchObject({ code: 'parquet-damaged' });
    expect(await refusalOf(good.slice(0, 10))).toMatchObject({ code: 'parquet-damaged' });
    const hidden = good.slice();
    hidden.set(new TextEncoder().encode('PARE'), good.length - 4);
    expect(await refusalOf(hidden)).toMatchObject({ code: 'parquet-encrypted' });
    expect(await refusalOf(new Uint8Array(gzipSync(good)))).toMatchObject({ code: 'parquet-packed' });
  },
  timeLimit,
);

it(
  'refuses a file it contradicts itself in, or reads as many rows as it states, whichever byte is wrong',
  async () => {
    const good = await written(`SELECT * FROM (${events}) LIMIT 300`);
    let refused = 0;
    for (let trial = 0; trial < 400; trial++) {
      const bytes = good.slice();
      const at = 4 + ((trial * 7919) % (good.length - 8));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (trial % 8));
      const rows = await rowsOf(bytes).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return undefined;
      });
      if (rows === undefined) refused++;
      else expect(rows.length).toBe((await openParquet(inMemory(bytes))).rows);
    }
    expect(refused).toBeGreaterThan(20);
  },
  timeLimit,
);

it(
  'refuses to load a file that is of another kind than when it was looked at',
  async () => {
    const { sources, pathOf } = open.put({ events: await written(events) });
    expect(pathOf('events')).not.toBe('');
    const load = open.loadSources(sources, {
      mappings: (suggested) => {
        const { container: _, ...dialect } = suggested.events.dialect;
        return { ...suggested, events: { ...suggested.events, dialect } };
      },
    });
    await expect(load).rejects.toMatchObject({ failure: { code: 'file-changed' } });
  },
  timeLimit,
);
