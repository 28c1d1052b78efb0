import { DuckDBInstance } from '@duckdb/node-api';
import type { BenchExtract } from './extract-files.ts';

/** Native DuckDB's times in milliseconds, on two threads. */
export interface NativeTimes {
  readonly load: number;
  readonly recount: number;
  readonly rows: number;
}

/** The same file into a table, and the best of three SQL formulations of an hourly recount over presence columns. */
export async function nativeTimes(
  extract: BenchExtract,
  presences: { readonly zone: Int32Array; readonly slot: Int32Array; readonly person: Int32Array },
): Promise<NativeTimes> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(
    `CREATE TABLE events AS SELECT * FROM read_csv('${extract.events}', header = true, delim = ',', ignore_errors = true,
     columns = {'event_ts': 'TIMESTAMP', 'subscriber_id': 'VARCHAR', 'cell_id': 'VARCHAR', 'event_type': 'VARCHAR'}, auto_detect = false)`,
  );
  const load = performance.now() - started;
  await connection.run('DROP TABLE events');
  await connection.run('CREATE TABLE presence (zone INTEGER, slot INTEGER, person INTEGER)');
  const appender = await connection.createAppender('presence');
  const { zone, slot, person } = presences;
  for (let i = 0; i < zone.length; i++) {
    appender.appendInteger(zone[i] ?? 0);
    appender.appendInteger(slot[i] ?? 0);
    appender.appendInteger(person[i] ?? 0);
    appender.endRow();
  }
  appender.closeSync();
  const statements = [
    'SELECT zone, slot // 4 AS bin, count(DISTINCT person) AS n FROM presence GROUP BY ALL',
    'SELECT zone, bin, count(*) AS n FROM (SELECT DISTINCT zone, slot // 4 AS bin, person FROM presence) GROUP BY ALL',
    'SELECT key // 4096 AS zone, key % 4096 AS bin, count(*) AS n FROM (SELECT zone * 4096 + slot // 4 AS key, person FROM presence GROUP BY ALL) GROUP BY ALL',
  ];
  const times: number[] = [];
  for (const statement of statements) {
    await connection.run(`CREATE OR REPLACE TABLE counted AS ${statement}`);
    const from = performance.now();
    await connection.run(`CREATE OR REPLACE TABLE counted AS ${statement}`);
    times.push(performance.now() - from);
  }
  connection.closeSync();
  return { load, recount: Math.min(...times), rows: zone.length };
}
