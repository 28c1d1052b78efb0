import type { Reading } from '../extract/profile.ts';
import { commaList, literal, sql, type Sql } from '../sql/fragment.ts';
import { chunkColumns, textOf, type CsvChunk } from './csv-columns.ts';
import { tableColumns, textFileColumns, type ScannedTable, type ScannedText } from './scanned-file.ts';
import { trimmed, trimmedOfTable } from './trimmed.ts';

/** What a statement reads rows from; statements differ in nothing but this. */
export type RowsFrom = CsvChunk | ScannedText | ScannedTable;

/**
 * The FROM clause that reads the columns `used`, as `c0`, `c1` and so on, as text without what surrounds it, empty
 * when there is nothing or a mark for it. Other columns of text are only counted, so that ragged lines are told. Where quotes are not
 * read as such they are taken off like spaces. Columns of a table that are numbers stay what they are.
 */
export function readRows(from: RowsFrom, used: readonly number[], reading?: Reading): Sql {
  const quoted = !('file' in from) || from.quoted;
  const isPlain = 'plain' in from && from.plain;
  const marks = (reading?.missing ?? []).map((mark) => literal(mark));
  const filled = (text: Sql): Sql =>
    marks.length === 0 ? text : sql`CASE WHEN ${text} IN (${commaList(marks)}) THEN '' ELSE ${text} END`;
  const columns = used.map((column) => {
    const name = textOf(column);
    if (isNumber(from, column)) return name;
    const text = isPlain
      ? sql`coalesce(${name}, '')`
      : isTable(from)
        ? trimmedOfTable(name)
        : trimmed(name, quoted);
    return sql`${filled(text)} AS ${name}`;
  });
  return sql`(SELECT ${commaList(columns)} FROM ${columnsOf(from)}) AS chunk`;
}

function columnsOf(from: RowsFrom): Sql {
  if ('file' in from) return chunkColumns(from);
  return from.kind === 'text' ? textFileColumns(from) : tableColumns(from);
}

function isTable(from: RowsFrom): from is ScannedTable {
  return 'kind' in from && from.kind === 'table';
}

function isNumber(from: RowsFrom, column: number): boolean {
  return isTable(from) && from.columns[column]?.as !== 'text';
}
