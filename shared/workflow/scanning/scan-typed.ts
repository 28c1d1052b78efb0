import { Refusal } from '../../base/failure.ts';
import type { ColumnRole, Mapping } from '../../extract/profile.ts';
import type { TableColumn } from '../../plan/scanned-file.ts';
import type { FileAtEngine, FileColumn } from '../../ports/file-scan.ts';
import type { TableChunk, TableReading } from '../read-table.ts';
import { NotScannable } from './not-scannable.ts';

const wholeTypes = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT)$/;
/** Types whose text is the same for the reader in chunks; the tests of Parquet hold both to it. */
const sameText =
  /^(VARCHAR|BOOLEAN|DECIMAL\(.*\)|FLOAT|DOUBLE|UUID|ENUM\(.*\)|BLOB|DATE|TIME|TIMESTAMP(_S|_MS|_NS)?)$/;
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
  const from = { kind: 'table', from: file.from, columns: typed.columns } as const;
  const header = mapping.dialect.header ? 2 : 1;
  let rowsBefore = 0;
  for await (const rows of file.rows(reading.statement(from, typed.mapping), signal)) {
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
    return isTextEverywhere(type) || kind === 'duckdb' ? { name, as: 'text' } : 'other';
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

/** Positions are numbers, where no mark stands for a missing one. */
function isNumber({ reading }: Mapping, role: ColumnRole, type: string): boolean {
  if (role !== 'latitude' && role !== 'longitude' && role !== 'range') return false;
  if (reading?.decimalComma === true || (reading?.missing ?? []).length > 0) return false;
  return type === 'DOUBLE' || wholeTypes.test(type);
}

function isTextEverywhere(type: string): boolean {
  return sameText.test(type) || wholeTypes.test(type);
}

function otherColumns(file: string): Refusal {
  return new Refusal(
    'file-changed',
    `${file} was changed, cut short or removed while it was read: open it again.`,
    { file },
  );
}
