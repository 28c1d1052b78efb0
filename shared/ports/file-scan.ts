import type { SingleSource } from '../extract/source.ts';
import type { Sql } from '../sql/fragment.ts';
import type { Columns } from './engine.ts';

/** A column of a file that says its own types. `type` is DuckDB's name for it. */
export interface FileColumn {
  readonly name: string;
  readonly type: string;
}

/** A file as the engine that reads it by itself knows it: what a FROM clause needs. */
export interface FileAtEngine {
  /** Its path, or its name in the engine, as a fragment ready for a FROM clause: a literal or an identifier. */
  readonly from: Sql;
  /** How it is kept; only a table says the types of its columns. */
  readonly kind: 'text' | 'table';
  /** Columns of a table, in the order of the file; empty for text. */
  readonly columns: readonly FileColumn[];
  /** Rows of a table; -1 where the file does not say. */
  readonly rows: number;
}

/**
 * An engine that reads whole files by itself, on all threads and without copies. Nobody but it sees the path. What it gives is what the
 * statement says of the file, in the order of the file.
 */
export interface FileScan {
  /**
   * Finds a file and asks its columns; `undefined` where this engine cannot read it, so that the caller reads it in another way.
   * Rejects with a `Refusal` when the file is gone or, for a database, when it holds no table that can be meant.
   */
  readonly open: (source: SingleSource) => Promise<FileAtEngine | undefined>;
  /**
   * Runs a statement over opened files and gives its rows in pieces of about a million. Stops within half a second when the
   * signal is aborted, and rejects with its reason.
   */
  readonly rows: (statement: Sql, signal: AbortSignal) => AsyncIterable<Columns>;
}
