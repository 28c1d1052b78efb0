import type { Dialect } from '../extract/profile.ts';
import { commaList, ident, literal, sql, type Sql } from '../sql/fragment.ts';
import { textColumns } from './csv-columns.ts';

/**
 * A whole text file, UTF-8, that an engine reads by itself. Only files of which no line depends on another are read so: lines that do
 * not fit are passed over, and whoever asked has counted them.
 */
export interface ScannedText {
  readonly kind: 'text';
  /** The file as a FROM clause names it. */
  readonly from: Sql;
  readonly dialect: Dialect;
  readonly columns: number;
  readonly lineEnd: '\n' | '\r\n';
  /** Whoever asks knows that no field has anything around it to trim. */
  readonly plain: boolean;
}

/** Columns of a file that says its own types, as the mapping numbers them; what is not used is undefined. */
export interface ScannedTable {
  readonly kind: 'table';
  readonly from: Sql;
  readonly columns: readonly (TableColumn | undefined)[];
}

/**
 * A column of a table: its name, and whether it is read as text, as a number, or as an instant in microseconds since 1970, of a clock or
 * with a zone. Of the latter the microseconds are there already, and what a clock showed would take long to find.
 */
export interface TableColumn {
  readonly name: string;
  readonly as: 'text' | 'number' | 'microseconds' | 'zonedMicroseconds';
}

/** The columns of a whole text file as text, its first line passed over where it is a header. */
export function textFileColumns({ from, dialect, columns, lineEnd }: ScannedText): Sql {
  const end = literal(lineEnd === '\n' ? '\\n' : '\\r\\n');
  return sql`read_csv(${from}, auto_detect = false, header = false, skip = ${literal(dialect.header ? 1 : 0)},
    delim = ${literal(dialect.delimiter)}, quote = '"', escape = '"', new_line = ${end},
    compression = ${literal(dialect.gzip ? 'gzip' : 'none')}, columns = {${textColumns(columns)}}, ignore_errors = true)`;
}

/** The used columns of a table under the names that statements know. */
export function tableColumns({ from, columns }: ScannedTable): Sql {
  const used = columns.flatMap((column, index) =>
    column ? [sql`${readAs(column)} AS ${ident(`c${index}`)}`] : [],
  );
  return sql`(SELECT ${commaList(used)} FROM ${from})`;
}

function readAs({ name, as }: TableColumn): Sql {
  const column = ident(name);
  if (as === 'zonedMicroseconds') return sql`epoch_us(${column})`;
  if (as === 'microseconds') return sql`epoch_us(CAST(${column} AS TIMESTAMP))`;
  return as === 'number' ? column : sql`CAST(${column} AS VARCHAR)`;
}
