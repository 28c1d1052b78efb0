import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import type { Source } from '../../../shared/extract/source.ts';
import type { Engine } from '../../../shared/ports/engine.ts';
import { profileFiles, suggestedMappings } from '../../../shared/workflow/profile-files.ts';
import { sourceReader } from '../../../electron/node/read-source.ts';
import { bothEngines, comparable, type BothEngines } from '../../support/both-engines.ts';
import { loadSources } from '../../support/load-files.ts';
import { nativeDuckDb, type NativeDuckDb } from '../../support/native-duckdb.ts';

let both: BothEngines;
let sql: NativeDuckDb;
beforeAll(async () => {
  both = await bothEngines();
  sql = await nativeDuckDb();
}, 120_000);
afterAll(() => {
  both.close();
  sql.close();
});

const events = (person: string, time = `TIMESTAMP '2026-05-01' + INTERVAL 1 SECOND * (i * 7919)`): string =>
  `SELECT ${time} AS event_time, ${person} AS person, 51.25 AS lat, 12.5 AS lon FROM range(300) r(i)`;

const fewEvents = 'event_time,person,lat,lon\n2026-05-04T10:00:00,p1,51.25,12.5\n';

/** A place for a file that something else writes. */
function nowhere(): string {
  const { events: placeholder } = both.put({ events: 'x' });
  return both.path(placeholder);
}

async function parquetOf(query: string): Promise<Source> {
  const path = nowhere();
  await sql.rows(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
  return both.add(path);
}

let databases = 0;
async function databaseOf(...statements: readonly string[]): Promise<Source> {
  const path = `${nowhere()}.duckdb`;
  const name = `made${databases++}`;
  await sql.rows(`ATTACH '${path}' AS ${name}`);
  for (const statement of [`USE ${name}`, ...statements, 'USE memory', `DETACH ${name}`])
    // oxlint-disable-next-line no-await-in-loop -- one statement after the other
    await sql.rows(statement);
  return both.add(path);
}

async function lookNatively(source: Source) {
  const token = source.kind === 'file' ? source.token : '';
  const reader = sourceReader(new Map([[token, both.path(source)]]));
  const how = { scan: both.native.scan };
  return suggestedMappings(await profileFiles(reader, { events: source }, new AbortController().signal, how));
}

it('takes line ends around a person of a Parquet file for no part of it, so that the register finds them', async () => {
  const source = await parquetOf(
    events(`CASE i % 3 WHEN 0 THEN '' WHEN 1 THEN chr(10) ELSE '' END || 'p' || i % 5 || chr(13)`),
  );
  const { objections } = both.put({ events: 'x', objections: 'person\np1\np2\n' });
  if (!objections) throw new Error('no register was put');
  const { wasm, native } = await both.load({ events: source, objections });
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect(native.chunks).toBe(1);
  expect([native.extract.persons, native.extract.dropped.objection]).toEqual([3, 120]);
});

it('reads short floating numbers alike, as which one engine writes persons and times in other figures', async () => {
  const seconds = 'CAST(1777593600 + i * 7919 AS FLOAT)';
  const { wasm, native } = await both.load({ events: await parquetOf(events(seconds, seconds)) });
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect(native.extract.dropped.badTime).toBe(0);
});

it('reads a Parquet file in chunks which the engine cannot open', async () => {
  const source = await parquetOf(events(`'p' || i % 23`));
  const token = source.kind === 'file' ? source.token : '';
  const reader = sourceReader(new Map([[token, both.path(source)]]));
  const refusing: Engine = {
    ...both.native,
    scan: {
      open: async () => {
        throw new Refusal('parquet-damaged', 'The engine cannot open it.');
      },
    },
  };
  const extract = await loadSources(refusing, { sources: { events: source }, reader });
  expect([extract.rowsRead, extract.persons]).toEqual([300, 23]);
});

it('says that a DuckDB file holds views alone', async () => {
  const source = await databaseOf(`CREATE VIEW events AS ${events(`'p' || i`)}`);
  await expect(lookNatively(source)).rejects.toMatchObject({ failure: { code: 'table-missing' } });
});

it('says that a DuckDB file is damaged, when it is looked at and when it is read', async () => {
  const source = await databaseOf(`CREATE TABLE events AS ${events(`'person' || i % 23`)}`);
  const mappings = await lookNatively(source);
  const whole = await both.loadNative({ events: source }, mappings);
  expect([whole.extract.rowsRead, whole.extract.persons]).toEqual([300, 23]);
  const bytes = readFileSync(both.path(source));
  const at = bytes.indexOf('person11');
  expect(at).toBeGreaterThan(0);
  writeFileSync(both.path(source), bytes.fill('X', at, at + 8));
  const damaged = { failure: { code: 'database-damaged' } };
  await expect(lookNatively(source)).rejects.toMatchObject(damaged);
  await expect(both.loadNative({ events: source }, mappings)).rejects.toMatchObject(damaged);
});

it('refuses text beside Parquet, and text in the place of Parquet that was looked at, with either engine', async () => {
  const [parquet, { events: asText }] = [
    await parquetOf(events(`'p' || i % 23`)),
    both.put({ events: fewEvents }),
  ];
  const files = [parquet, asText].flatMap((source) => (source.kind === 'file' ? [source] : []));
  const paths = files.map((file) => [file.token, both.path(file)] as const);
  const parts = files.map(({ token, name, sizeBytes }) => ({ token, name, sizeBytes }));
  const look = profileFiles(
    sourceReader(new Map(paths)),
    { events: { kind: 'parts', name: 'events', parts } },
    new AbortController().signal,
  );
  await expect(look).rejects.toMatchObject({ failure: { code: 'part-differs', detail: { what: 'kind' } } });
  const { events: asParquet } = await lookNatively(parquet);
  for (const engine of [both.wasm, both.native])
    // oxlint-disable-next-line no-await-in-loop -- one engine after the other
    await expect(
      loadSources(
        engine,
        { sources: { events: asText }, reader: sourceReader(new Map(paths)) },
        { mappings: () => ({ events: asParquet }) },
      ),
    ).rejects.toMatchObject({ failure: { code: 'file-changed' } });
});
