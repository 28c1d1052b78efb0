import { Refusal } from '../../base/failure.ts';
import type { ColumnRole, Mapping } from '../../extract/profile.ts';
import type { TableColumn } from '../../plan/scanned-file.ts';
import type { FileAtEngine, FileColumn } from '../../ports/file-scan.ts';
import type { Sql } from '../../sql/fragment.ts';
import type { TableChunk, TableReading } from '../read-table.ts';
import { NotScannable } from './not-scannable.ts';
import { isTextEverywhere } from './text-everywhere.ts';

const wholeTypes = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT)$/;
const instantTypes = /^(DATE|TIMESTAMP.*)$/;
const timeRoles: ReadonlySet<ColumnRole> = new Set(['time', 'asOf', 'validFrom', 'validTo']);

/**
 * Reads a file that says the types of its columns. Instants and numbers are taken as they are, all else as the text it would be in a
 * text file. A type of which nobody else writes a text makes a Parquet file one that is read in chunks; a database has no other way.
 * @yields the next piece of rows
 */
export async function* scanTyped(reading: TableReading, file: FileAtEngine): AsyncGenerator<TableChunk> {
  const { mapping, source, signal } = reading;
  if (source.kind !== 'file') throw new Error('only files are read as a whole');
  if (file.columns.length !== mapping.roles.length) throw otherColumns(source.name);
  const typed = typedMapping(mapping, file);
  if (!typed) throw new NotScannable(source.token, 'a column has a type that is read in chunks');
  const statementOf = (from: Sql): Sql =>
    reading.statement({ kind: 'table', from, columns: typed.columns }, typed.mapping);
  const header = mapping.dialect.header ? 2 : 1;
  let rowsBefore = 0;
  for await (const rows of file.rows(statementOf, signal)) {
    const first = rowsBefore + header;
    rowsBefore += rows.length;
    const bytesRead = Math.round(source.sizeBytes * Math.min(1, rowsBefore / Math.max(1, file.rowCount)));
    yield { rows, ragged: 0, raggedLines: [], lineOf: (row) => first + row, bytesRead };
  }
}

interface Typed {
  readonly mapping: Mapping;
  readonly columns: readonly (TableColumn | undefined)[];
}

/** How each used column is read, and the mapping that says so; undefined where that is not the same as reading its text. */
function typedMapping(mapping: Mapping, { columns, kind }: FileAtEngine): Typed | undefined {
  const instants = timesAreInstants(mapping, columns);
  const read = columns.map(({ name, type }, index): TableColumn | undefined | 'other' => {
    const role = mapping.roles[index] ?? 'ignored';
    if (role === 'ignored') return undefined;
    if (instants && timeRoles.has(role))
      return { name, as: type === 'TIMESTAMP WITH TIME ZONE' ? 'zonedMicroseconds' : 'microseconds' };
    if (isNumber(mapping, role, type)) return { name, as: 'number' };
    return kind === 'duckdb' || isTextAs(role, type) ? { name, as: 'text' } : 'other';
  });
  if (read.includes('other')) return undefined;
  return {
    mapping: instants ? { ...mapping, timeFormat: 'epochMicroseconds' } : mapping,
    columns: read.filter((column) => column !== 'other'),
  };
}

function timesAreInstants({ roles, timeFormat }: Mapping, columns: readonly FileColumn[]): boolean {
  const times = columns.filter((_, index) => timeRoles.has(roles[index] ?? 'ignored'));
  return timeFormat === 'iso' && times.length > 0 && times.every(({ type }) => instantTypes.test(type));
}

/** Whether values are the same text for the reader in chunks: of a FLOAT those are as small as positions are, larger ones DuckDB may write with more figures. */
const isTextAs = (role: ColumnRole, type: string): boolean =>
  isTextEverywhere(type) && (type !== 'FLOAT' || isPosition(role));

const isPosition = (role: ColumnRole): boolean =>
  role === 'latitude' || role === 'longitude' || role === 'range';

/** Positions are numbers, where no mark stands for a missing one. */
function isNumber({ reading }: Mapping, role: ColumnRole, type: string): boolean {
  if (!isPosition(role)) return false;
  if (reading?.decimalComma === true || (reading?.missing ?? []).length > 0) return false;
  return type === 'DOUBLE' || wholeTypes.test(type);
}

function otherColumns(file: string): Refusal {
  return new Refusal(
    'file-changed',
    `${file} was changed, cut short or removed while it was read: open it again.`,
    { file },
  );
}
