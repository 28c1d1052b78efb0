import type { Sql } from '../sql/fragment.ts';
import type { FileScan } from './file-scan.ts';

/** A result by column name, in flat typed arrays (64-bit hashes as `BigUint64Array`). No nulls. */
export interface Columns {
  readonly length: number;
  /** The 32-bit integers of a column; throws when it holds something else. */
  readonly int32: (name: string) => Int32Array;
  readonly float64: (name: string) => Float64Array;
  readonly uint64: (name: string) => BigUint64Array;
  readonly text: (name: string) => readonly string[];
}

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
