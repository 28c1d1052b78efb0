import { DuckDBInstance } from '@duckdb/node-api';
import type { PresenceColumns } from './recount.ts';

const hour = 'zone, slot // 4 AS bin';
const formulations = [
  `SELECT ${hour}, count(DISTINCT person) AS n FROM presence GROUP BY ALL`,
  `SELECT zone, bin, count(*) AS n FROM (SELECT DISTINCT ${hour}, person FROM presence) GROUP BY ALL`,
  'SELECT key // 4096 AS zone, key % 4096 AS bin, count(*) AS n FROM (SELECT zone * 4096 + slot // 4 AS key, person FROM presence GROUP BY ALL) GROUP BY ALL',
];

/** Milliseconds of the best of three SQL formulations of an hourly recount in native DuckDB on two threads: the second run of each. */
export async function nativeRecount({ zone, slot, person }: PresenceColumns): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run('CREATE TABLE presence (zone INTEGER, slot INTEGER, person INTEGER)');
  const appender = await connection.createAppender('presence');
  for (let i = 0; i < zone.length; i++) {
    appender.appendInteger(zone[i] ?? 0);
    appender.appendInteger(slot[i] ?? 0);
    appender.appendInteger(person[i] ?? 0);
    appender.endRow();
  }
  appender.closeSync();
  const times: number[] = [];
  for (const statement of formulations) {
    await connection.run(`CREATE OR REPLACE TABLE counted AS ${statement}`);
    const from = performance.now();
    await connection.run(`CREATE OR REPLACE TABLE counted AS ${statement}`);
    times.push(performance.now() - from);
  }
  connection.closeSync();
  instance.closeSync();
  return Math.min(...times);
}
