import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { literal, sql, type Sql } from '../../../shared/sql/fragment.ts';
import { bothEngines, type BothEngines } from '../../support/both-engines.ts';
import { nativeDuckDb } from '../../support/native-duckdb.ts';

let both: BothEngines;
beforeAll(async () => {
  both = await bothEngines();
}, 60_000);
afterAll(() => both.close());

it('stops reading a whole file within half a second, also when no row has come yet', async () => {
  const source = both.put({ events: 'a,b\n' }).events as never;
  const file = await both.native.scan?.open(source, 'events');
  if (!file) throw new Error('the native engine reads no whole files');
  const stop = new AbortController();
  let calledOff = 0;
  setTimeout(() => {
    calledOff = performance.now();
    stop.abort(new Error('called off'));
  }, 200);
  const endless = sql`SELECT CAST(sum(a.range * b.range) AS DOUBLE) AS x FROM range(10000000) a, range(1000000) b`;
  const reading = (async () => {
    for await (const rows of file.rows(() => endless, stop.signal)) rows.float64('x');
  })();
  await expect(reading).rejects.toThrow('called off');
  // One core of two is often at work for others: the promise is 500 ms, of which a pause of the machine may take its part.
  expect(performance.now() - calledOff).toBeLessThan(500);
  file.close();
});

it('opens no file but the one it was asked for, and changes no setting', async () => {
  const [one, two] = [both.put({ events: 'a,b\n' }).events, both.put({ events: 'c,d\n' }).events];
  const file = await both.native.scan?.open(one as never, 'events');
  if (!file) throw new Error('the native engine reads no whole files');
  const { signal } = new AbortController();
  const all = async (statementOf: (from: Sql) => Sql): Promise<number> => {
    let rows = 0;
    for await (const piece of file.rows(statementOf, signal)) rows += piece.length;
    return rows;
  };
  expect(await all((from) => sql`FROM read_csv(${from}, header = false)`)).toBe(1);
  const other = literal(both.path(two));
  for (const statement of [
    sql`FROM read_csv(${other}, header = false)`,
    sql`COPY (SELECT 1) TO ${literal(`${both.path(two)}.copy`)}`,
    sql`COPY (SELECT 1) TO ${literal(both.path(one))}`,
    sql`ATTACH ${literal(`${both.path(two)}.db`)} AS made`,
    sql`SET threads = 1`,
    sql`SET enable_external_access = true`,
    sql`LOAD ${other}`,
  ])
    await expect(all(() => statement)).rejects.toThrow(/disabled|locked/);
  file.close();
});

it('names the tables of a database in which none can be meant', async () => {
  const path = `${both.path(both.put({ events: '' }).events)}.duckdb`;
  const sql2 = await nativeDuckDb();
  await sql2.rows(`ATTACH '${path}' AS made`);
  for (const name of ['one', 'two']) await sql2.rows(`CREATE TABLE made."${name}" AS SELECT 1 AS number`);
  await sql2.rows('DETACH made');
  sql2.close();
  const refused = await both.native.scan
    ?.open(both.add(path) as never, 'events')
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ failure: { code: 'table-unclear', detail: { tables: 'one, two' } } });
});

it('refuses a file that is gone, and leaves one whose name is a pattern to the reader in chunks', async () => {
  const { native } = both;
  const token = 'f'.repeat(32);
  const gone = { kind: 'file', token, name: 'x.csv', sizeBytes: 1 } as const;
  await expect(native.scan?.open(gone, 'events')).rejects.toMatchObject({ failure: { code: 'file-gone' } });
  const path = `${both.path(both.put({ events: 'a,b\n' }).events)}[1].csv`;
  writeFileSync(path, 'a,b\n');
  expect(await native.scan?.open(both.add(path) as never, 'events')).toBeUndefined();
});
