import { DuckDBInstance } from '@duckdb/node-api';

/** Native DuckDB, in memory: the SQL that results are compared with. */
export interface NativeDuckDb {
  /** Runs a statement and gives its rows as plain values; 64-bit integers come as `bigint`. */
  readonly rows: (statement: string) => Promise<readonly (readonly unknown[])[]>;
  readonly close: () => void;
}

/** Opens a database of its own. */
export async function nativeDuckDb(): Promise<NativeDuckDb> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  return {
    rows: async (statement) => (await connection.runAndReadAll(statement)).getRows(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
