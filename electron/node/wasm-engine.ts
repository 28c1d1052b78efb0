import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { engineSettings } from '../../shared/plan/engine-settings.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import { columnsOfArrow } from '../../shared/workflow/columns-of-arrow.ts';

/** The same DuckDB-WASM as the vault window's, in this process. */
export async function startWasmEngine(): Promise<Engine> {
  const { resolve } = createRequire(import.meta.url);
  const bundle = (name: string): { mainModule: string; mainWorker: string } => ({
    mainModule: resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: '',
  });
  const database = await createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new VoidLogger(),
    NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  database.open({});
  const connection = database.connect();
  for (const setting of engineSettings) connection.query(setting);
  return {
    name: 'wasm',
    put: async (name, bytes) => database.registerFileBuffer(name, bytes),
    drop: async (name) => database.dropFile(name),
    rows: async (statement) => columnsOfArrow(connection.query(statement)),
  };
}
