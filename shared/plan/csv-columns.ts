import type { Dialect } from '../extract/profile.ts';
import { commaList, ident, literal, sql, type Sql } from '../sql/fragment.ts';

/** A chunk of whole lines as DuckDB reads it: every column as text, lines that do not fit set aside in `rejectTable`. */
export interface CsvChunk {
  readonly file: string;
  readonly delimiter: Dialect['delimiter'];
  readonly columns: number;
  /** Quotes are read as such unless a quote without its partner would swallow the rest of the chunk. */
  readonly quoted: boolean;
}

/** Table in which DuckDB keeps the lines it could not read; read right after the statement that reads the chunk. */
export const rejectTable = 'reject_errors';

/** How many faults of one chunk DuckDB lists; what is beyond is only counted. */
export const rejectsListed = 20_000;

/** The columns of a chunk, as text: `c0`, `c1` and so on. */
export function chunkColumns(chunk: CsvChunk): Sql {
  const quote = literal(chunk.quoted ? '"' : '');
  return sql`read_csv(${literal(chunk.file)}, auto_detect = false, header = false,
    delim = ${literal(chunk.delimiter)}, quote = ${quote}, escape = ${quote}, columns = {${textColumns(chunk.columns)}},
    ignore_errors = true, store_rejects = true, rejects_limit = ${literal(rejectsListed)})`;
}

/** So many columns of text, as `read_csv` wants to know them. */
export function textColumns(count: number): Sql {
  return commaList(Array.from({ length: count }, (_, i) => sql`${literal(`c${i}`)}: 'VARCHAR'`));
}

/** Text of a column of a file. */
export function textOf(column: number): Sql {
  return ident(`c${column}`);
}

/**
 * Line numbers (from 1, within the chunk) set aside by the last read, how many faults each has, and whether an open quote
 * was among them.
 */
export function rejectedLines(): Sql {
  return sql`SELECT CAST(line AS INTEGER) AS line, CAST(count(*) AS INTEGER) AS faults,
    CAST(max(error_type = 'UNQUOTED VALUE') AS INTEGER) AS open_quote
    FROM ${ident(rejectTable)} WHERE scan_id = (SELECT max(scan_id) FROM ${ident(rejectTable)})
    GROUP BY line ORDER BY line`;
}

/** Forgets the lines set aside so far. */
export function forgetRejects(): Sql {
  return sql`DELETE FROM ${ident(rejectTable)}`;
}
