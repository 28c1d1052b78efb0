import type { FileKind, SingleSource } from '../extract/source.ts';
import type { Sql } from '../sql/fragment.ts';
import type { Columns } from './columns.ts';

/** A column of a file that says its own types. `type` is DuckDB's name for it. */
export interface FileColumn {
  readonly name: string;
  readonly type: string;
}

/** A file that an engine has opened to read it by itself. */
export interface FileAtEngine {
  /** Text with lines, a Parquet file, or a table of a DuckDB file. */
  readonly kind: 'text' | 'parquet' | 'duckdb';
  /** Columns of a file that says them, in its order; empty for text. */
  readonly columns: readonly FileColumn[];
  /** Rows of a file that says so, -1 elsewhere. */
  readonly rowCount: number;
  /**
   * Runs a statement over the file and gives its rows piece by piece, in the order of the file; each is good until the next is asked for. The statement
   * is made for what its FROM clause is to name: the file, its table, or one part of it after the other. Stops within half a second when the
   * signal is aborted, and rejects with its reason.
   */
  readonly rows: (statementOf: (from: Sql) => Sql, signal: AbortSignal) => AsyncIterable<Columns>;
  /**
   * The first rows of a file that says its columns, as text, for a first look: instants as ISO writes them (with an offset where
   * the column has one), empty where there is no value. Text files have none.
   */
  readonly firstRows: (limit: number) => Promise<readonly (readonly string[])[]>;
  readonly close: () => void;
}

/** An engine that reads whole files by itself, on all threads. Nobody but it sees paths, and it opens nothing but the file asked for. */
export interface FileScan {
  /**
   * Opens a file; `undefined` where this engine cannot read it, so that the caller reads it in another way. Rejects with a `Refusal`
   * when the file is gone (`file-gone`) or is a database in which no table can be meant (`table-missing`, `table-unclear`), or not readable as what it is
   * (`parquet-damaged`, `database-damaged`).
   */
  readonly open: (source: SingleSource, kind: FileKind) => Promise<FileAtEngine | undefined>;
}
