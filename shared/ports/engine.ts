import type { Sql } from '../sql/fragment.ts';
import type { Columns } from './columns.ts';
import type { FileScan } from './file-scan.ts';

/** DuckDB, held in memory, without extensions, network or disk. */
export interface Engine {
  /** Which DuckDB it is: WebAssembly, or native code in a process of its own. */
  readonly name: 'wasm' | 'native';
  /** Reads whole files by itself, where it can; results are those of reading chunks. */
  readonly scan?: FileScan;
  /** Makes `bytes` readable in SQL as a file called `name`; the engine owns them from then on. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly drop: (name: string) => Promise<void>;
  readonly rows: (statement: Sql) => Promise<Columns>;
}
