import { parquetMetadata, parquetScan } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { FootfallRow } from '../products/footfall-table.ts';
import { readInstant } from './instant.ts';
import { paths } from './names.ts';
import { type Particular, particular } from './particular.ts';
import { cellText, type ColumnName } from './table-columns.ts';

const rowGroupSize = 100_000;
type Cell = string | number | bigint | undefined;

/**
 * `footfall.parquet`: the rows of the CSV, typed (`start` a UTC timestamp in milliseconds, `persons` a whole number that may be
 * absent, the rest text). Uncompressed, fixed row groups, one fixed writer name: the bytes depend on the rows alone.
 */
export function writeTableParquet(rows: readonly FootfallRow[], columns: readonly ColumnName[]): Uint8Array {
  const columnData = columns.map((name) => ({
    name,
    type: typeOf(name),
    nullable: name === 'persons',
    data: rows.map(cellReader(name)),
  }));
  const options = { columnData, codec: 'UNCOMPRESSED', rowGroupSize, createdBy: 'freigabe' } as const;
  return new Uint8Array(parquetWriteBuffer(options));
}

/**
 * Why the Parquet file in `bytes` is not the table of `rows`, cell by cell; `undefined` when it is. Compressed files and
 * files whose row count differs are refused before any value is read.
 */
export async function parquetFault(
  bytes: Uint8Array,
  rows: readonly FootfallRow[],
  columns: readonly ColumnName[],
): Promise<Particular | undefined> {
  try {
    const buffer = new Uint8Array(bytes).buffer;
    const metadata = parquetMetadata(buffer);
    const names = metadata.schema.slice(1).map((element) => element.name);
    if (names.join(',') !== columns.join(',')) return fault('columns');
    if (metadata.num_rows !== BigInt(rows.length)) return fault('rows');
    const chunks = metadata.row_groups.flatMap((group) => group.columns);
    if (chunks.some((chunk) => chunk.meta_data?.codec !== 'UNCOMPRESSED')) return fault('compressed');
    return await cellFault(buffer, rows, columns);
  } catch {
    return fault('unreadable');
  }
}

async function cellFault(
  buffer: ArrayBuffer,
  rows: readonly FootfallRow[],
  columns: readonly ColumnName[],
): Promise<Particular | undefined> {
  const file = {
    byteLength: buffer.byteLength,
    slice: (from: number, to?: number) => buffer.slice(from, to),
  };
  const parsers = { timestampFromMilliseconds: (milliseconds: bigint) => milliseconds };
  const scan = await parquetScan({ file, parsers });
  const readers = columns.map((column) => [column, cellReader(column)] as const);
  let next = 0;
  for (const { rowStart, rowEnd } of scan.ranges) {
    if (rowStart !== next) return fault('groups');
    for (const [column, cell] of readers) {
      // oxlint-disable-next-line no-await-in-loop -- one column of one row group in memory at a time
      const cells: ArrayLike<unknown> = await scan.readColumn({ column, rowStart, rowEnd });
      if (cells.length !== rowEnd - rowStart)
        return particular('parquet-column-length', { column }, { path: paths.parquet });
      for (let i = rowStart; i < rowEnd; i += 1) {
        const row = rows[i];
        if (row === undefined || (cells[i - rowStart] ?? undefined) !== cell(row))
          return particular('parquet-cell', { column, row: i + 1 }, { path: paths.parquet });
      }
    }
    next = rowEnd;
  }
  return next === rows.length ? undefined : fault('rows');
}

function fault(what: 'columns' | 'rows' | 'compressed' | 'groups' | 'unreadable'): Particular {
  return particular(`parquet-${what}`, {}, { path: paths.parquet });
}

function typeOf(column: ColumnName): 'STRING' | 'INT64' | 'TIMESTAMP' {
  if (column === 'start') return 'TIMESTAMP';
  return column === 'persons' ? 'INT64' : 'STRING';
}

/** What turns a row into the typed cell of a column; a start is read once, however many rows have it. */
function cellReader(column: ColumnName): (row: FootfallRow) => Cell {
  if (column === 'persons') return ({ persons }) => (persons === undefined ? undefined : BigInt(persons));
  if (column !== 'start') return (row) => cellText(row, column);
  const known = new Map<string, bigint>();
  return ({ start }) => {
    const milliseconds = known.get(start) ?? BigInt(readInstant(start)?.seconds ?? 0) * 1000n;
    known.set(start, milliseconds);
    return milliseconds;
  };
}
