import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNativeEngine } from '../../electron/node/native/start-native-engine.ts';
import { sourceReader } from '../../electron/node/read-source.ts';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import type { Source } from '../../shared/extract/source.ts';
import { openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 30_000;
const folder = mkdtempSync(join(tmpdir(), 'freigabe-native-look-'));
const paths = new Map<string, string>();
let native: OpenReview;
let wasm: OpenReview;

const events = `SELECT 'a' || (i % 40)::VARCHAR || 'b0123456789abcd' AS subscriber_id,
  TIMESTAMP '2026-05-04 00:00:00' + INTERVAL (i * 61) SECONDS AS event_time, 51.3 + (i % 9) / 100.0 AS lat, 12.4 AS lon, [i] AS list
  FROM (SELECT range AS i FROM range(0, 3000))`;

beforeAll(async () => {
  const reader = sourceReader(paths);
  native = openReview(await startNativeEngine({ paths }), { reader });
  wasm = openReview(await startWasmEngine(), { reader });
  const instance = await DuckDBInstance.create(join(folder, 'events.duckdb'));
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE events AS ${events}`);
  await connection.run('CREATE TABLE notes (remark VARCHAR)');
  await connection.run(
    `COPY (${events}) TO '${join(folder, 'zstd.parquet')}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  await connection.run(
    `COPY (SELECT * EXCLUDE list FROM (${events})) TO '${join(folder, 'events.csv')}' (FORMAT csv, HEADER)`,
  );
  await connection.run(`ATTACH '${join(folder, 'unclear.duckdb')}' AS unclear`);
  await connection.run('CREATE TABLE unclear.one (a INTEGER)');
  await connection.run('CREATE TABLE unclear.two (b INTEGER)');
  connection.closeSync();
  instance.closeSync();
}, timeLimit);
afterAll(() => {
  native.close();
  wasm.close();
  rmSync(folder, { recursive: true, force: true });
});

function source(name: string): Source {
  const path = join(folder, name);
  const token = `${paths.size}`.padStart(32, '0');
  paths.set(token, path);
  return { kind: 'file', token, name, sizeBytes: statSync(path).size };
}

const signal = new AbortController().signal;

it.each([
  ['events.duckdb', 'duckdb', 'format-duckdb'],
  ['zstd.parquet', 'parquet', 'parquet-nested'],
] as const)(
  'looks into %s with the native engine and reads it as CSV of the same rows; without it, it is refused',
  async (name, container, code) => {
    const sources = { events: source(name) };
    const [profile] = await native.profiles({ sources }, signal);
    expect(profile).toMatchObject({ dialect: { container }, timeFormat: 'iso', hasOffset: false });
    expect(profile?.columns.map(({ role }) => role)).toEqual([
      'person',
      'time',
      'latitude',
      'longitude',
      'ignored',
    ]);
    const understood = await native.loadSources(sources);
    const fromCsv = await wasm.loadSources({ events: source('events.csv') });
    expect({ ...understood, name: '' }).toEqual({ ...fromCsv, name: '' });
    expect(fromCsv.rowsKept).toBe(3000);
    await expect(wasm.profiles({ sources }, signal)).rejects.toMatchObject({ failure: { code } });
  },
  timeLimit,
);

it(
  'refuses a database in which no table can be meant, naming the tables',
  async () => {
    const asked = native.profiles({ sources: { events: source('unclear.duckdb') } }, signal);
    await expect(asked).rejects.toMatchObject({
      failure: { code: 'table-unclear', detail: { tables: 'one, two' } },
    });
  },
  timeLimit,
);
