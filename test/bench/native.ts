import { DuckDBInstance } from '@duckdb/node-api';
import type { BenchExtract } from './extract-files.ts';

/** Milliseconds in which native DuckDB, on two threads, reads the same file into a table. */
export async function nativeLoad(extract: BenchExtract): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(
    `CREATE TABLE events AS SELECT * FROM read_csv('${extract.events}', header = true, delim = ',', ignore_errors = true,
     columns = {'event_ts': 'TIMESTAMP', 'subscriber_id': 'VARCHAR', 'cell_id': 'VARCHAR', 'event_type': 'VARCHAR'}, auto_detect = false)`,
  );
  const load = performance.now() - started;
  connection.closeSync();
  instance.closeSync();
  return load;
}
