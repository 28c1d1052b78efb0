import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoEvents } from '../../../shared/demo/events.ts';
import {
  demoCellsCsv,
  demoObjectionsCsv,
  demoPersonsCsv,
  demoZonesGeoJson,
} from '../../../shared/demo/files.ts';
import { productNames } from '../../../shared/products/product.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import type { LoadedExtract } from '../../../shared/workflow/loading/finish-extract.ts';
import { nativeDuckDb } from '../../support/native-duckdb.ts';
import { bothEngines, comparable, type BothEngines } from '../../support/both-engines.ts';

let both: BothEngines;
beforeAll(async () => {
  both = await bothEngines();
}, 60_000);
afterAll(() => both.close());

const town = { preset: 'town', persons: 700, days: 9, seed: 11 } as const;
const files = {
  events: Buffer.concat([...demoEvents(town)]),
  cells: demoCellsCsv(town),
  persons: demoPersonsCsv(town),
  objections: demoObjectionsCsv(town),
  zones: demoZonesGeoJson(town),
};
const recipe = {
  ...presets.conservative,
  products: [...productNames],
  ageBreaks: [30, 60],
  byGender: true,
};

/** Every group of every product, by both kinds of presence. */
function tablesOf(extract: LoadedExtract): readonly unknown[] {
  const counter = new Counter(extract, { take: (count) => new Uint8Array(count) });
  return (['events', 'stays'] as const).flatMap((presence) =>
    productNames.map((product) => counter.count(product, { ...recipe, presence }).table),
  );
}

it('counts the five products of the town alike, by events and by stays', async () => {
  const { wasm, native } = await both.load(both.put(files));
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect([native.chunks, wasm.chunks > 0]).toEqual([0, true]);
  const [own, other] = [tablesOf(native.extract), tablesOf(wasm.extract)];
  expect(own).toEqual(other);
  expect(own).toHaveLength(10);
});

/** The events as a Parquet file and as a table, with the types programs write. */
async function typedFiles(csv: string, parquet: string, database: string): Promise<void> {
  const sql = await nativeDuckDb();
  await sql.rows(`CREATE TABLE seen AS SELECT TRY_CAST(event_ts AS TIMESTAMPTZ) AS event_ts, subscriber_id, cell_id, event_type FROM
    read_csv('${csv}', header = true, auto_detect = false, ignore_errors = true,
    columns = {'event_ts': 'VARCHAR', 'subscriber_id': 'VARCHAR', 'cell_id': 'VARCHAR', 'event_type': 'VARCHAR'})`);
  await sql.rows(`COPY seen TO '${parquet}' (FORMAT parquet)`);
  await sql.rows(`ATTACH '${database}' AS made`);
  await sql.rows('CREATE TABLE made.seen AS FROM seen');
  await sql.rows('CREATE TABLE made.other AS SELECT 1 AS one');
  await sql.rows('DETACH made');
  sql.close();
}

it('reads Parquet as a whole as it does in chunks, and a table of a database as the same', async () => {
  const sources = both.put(files);
  const csv = both.path(sources.events);
  const [parquet, database] = [`${csv}.parquet`, `${csv}.duckdb`];
  await typedFiles(csv, parquet, database);
  const plain = await both.load(sources);
  const typed = await both.load({ ...sources, events: both.add(parquet) });
  expect(comparable(typed.native.extract)).toEqual(comparable(typed.wasm.extract));
  expect([typed.native.chunks, typed.wasm.chunks > 0]).toEqual([0, true]);
  const { base, persons } = typed.native.extract;
  expect({ base, persons }).toEqual({ base: plain.wasm.extract.base, persons: plain.wasm.extract.persons });
  const mappings = await both.mappingsOf({ ...sources, events: both.add(parquet) });
  const dialect = { ...mappings.events.dialect, container: 'duckdb' } as const;
  const ofTable = { ...mappings, events: { ...mappings.events, dialect } };
  const table = await both.loadNative({ ...sources, events: both.add(database) }, ofTable);
  expect(table.extract.base).toEqual(base);
});
