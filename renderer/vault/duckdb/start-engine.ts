import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import moduleUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Engine } from '../../../shared/ports/engine.ts';
import { engineSettings } from '../../../shared/plan/engine-settings.ts';
import { columnsOfArrow } from '../../../shared/workflow/columns-of-arrow.ts';

/** DuckDB-WASM in a worker of this window, in memory only. */
export async function startEngine(): Promise<Engine> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await database.instantiate(new URL(moduleUrl, location.href).href);
  await database.open({ path: ':memory:' });
  const connection: AsyncDuckDBConnection = await database.connect();
  for (const setting of engineSettings) await connection.query(setting);
  return {
    name: 'wasm',
    put: (name, bytes) => database.registerFileBuffer(name, bytes),
    drop: async (name) => void (await database.dropFile(name)),
    rows: async (statement) => columnsOfArrow(await connection.query(statement)),
  };
}
