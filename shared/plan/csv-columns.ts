import type { Dialect, Reading } from '../extract/profile.ts';
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
export const rejectsListed = 200;

/**
 * The FROM clause that reads the columns `used` of a chunk, as `c0`, `c1` and so on, as text without surrounding spaces, empty
 * when there is nothing or a mark for it. Other columns are only counted, so that ragged lines are told. Where quotes are not read as such they
 * are taken off like spaces.
 */
export function readChunk(chunk: CsvChunk, used: readonly number[], reading?: Reading): Sql {
  const names = Array.from({ length: chunk.columns }, (_, i) => `c${i}`);
  const columns = names.map((name) => sql`${literal(name)}: 'VARCHAR'`);
  const trim = (name: Sql): Sql => (chunk.quoted ? sql`trim(${name})` : sql`trim(${name}, ' "')`);
  const marks = reading?.missing ?? [];
  const filled = (text: Sql): Sql =>
    marks.length === 0
      ? text
      : sql`CASE WHEN ${text} IN (${commaList(marks.map((mark) => literal(mark)))}) THEN '' ELSE ${text} END`;
  const trimmed = used.map(textOf).map((name) => sql`coalesce(${filled(trim(name))}, '') AS ${name}`);
  const quote = literal(chunk.quoted ? '"' : '');
  return sql`(SELECT ${commaList(trimmed)} FROM read_csv(${literal(chunk.file)}, auto_detect = false, header = false,
    delim = ${literal(chunk.delimiter)}, quote = ${quote}, escape = ${quote}, columns = {${commaList(columns)}},
    ignore_errors = true, store_rejects = true, rejects_limit = ${literal(rejectsListed)})) AS chunk`;
}

/** Text of a column of a chunk. */
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
