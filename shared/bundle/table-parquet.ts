import { parquetMetadata, parquetScan } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Product } from '../products/product.ts';
import type { TableRow } from '../products/table-row.ts';
import { readInstant } from './instant.ts';
import { parquetPath } from './names.ts';
import { type Particular, particular } from './particular.ts';
import { cellText, type ColumnName, figureIn, isFigure } from './table-columns.ts';

const rowGroupSize = 100_000;
type Cell = string | number | bigint | undefined;

/**
 * A table as Parquet: the rows of the CSV, typed (`start` a UTC timestamp in milliseconds, `persons`, its estimate and `trips`
 * whole numbers that may be absent, the rest text). Uncompressed, fixed row groups, one fixed writer name: the bytes depend on the rows alone.
 */
export function writeTableParquet(rows: readonly TableRow[], columns: readonly ColumnName[]): Uint8Array {
  const columnData = columns.map((name) => ({
    name,
    type: typeOf(name),
    nullable: isFigure(name),
    data: rows.map(cellReader(name)),
  }));
  const options = { columnData, codec: 'UNCOMPRESSED', rowGroupSize, createdBy: 'freigabe' } as const;
  return new Uint8Array(parquetWriteBuffer(options));
}

/** The table a Parquet file is compared with. */
export interface ReadTable {
  readonly product: Product;
  readonly columns: readonly ColumnName[];
  readonly rows: readonly TableRow[];
}

/**
 * Why the Parquet file in `bytes` is not `table`, cell by cell; `undefined` when it is. Compressed files and files whose row
 * count differs are refused before any value is read.
 */
export async function parquetFault(bytes: Uint8Array, table: ReadTable): Promise<Particular | undefined> {
  const { rows, columns } = table;
  const fault = faultsOf(table);
  try {
    const buffer = new Uint8Array(bytes).buffer;
    const metadata = parquetMetadata(buffer);
    const names = metadata.schema.slice(1).map((element) => element.name);
    if (names.join(',') !== columns.join(',')) return fault('columns');
    if (metadata.num_rows !== BigInt(rows.length)) return fault('rows');
    const chunks = metadata.row_groups.flatMap((group) => group.columns);
    if (chunks.some((chunk) => chunk.meta_data?.codec !== 'UNCOMPRESSED')) return fault('compressed');
    return await cellFault(buffer, table);
  } catch {
    return fault('unreadable');
  }
}

async function cellFault(buffer: ArrayBuffer, table: ReadTable): Promise<Particular | undefined> {
  const { rows, columns } = table;
  const place = { path: parquetPath(table.product) };
  const file = {
    byteLength: buffer.byteLength,
    slice: (from: number, to?: number) => buffer.slice(from, to),
  };
  const parsers = { timestampFromMilliseconds: (milliseconds: bigint) => milliseconds };
  const scan = await parquetScan({ file, parsers });
  const readers = columns.map((column) => [column, cellReader(column)] as const);
  let next = 0;
  for (const { rowStart, rowEnd } of scan.ranges) {
    if (rowStart !== next) return faultsOf(table)('groups');
    for (const [column, cell] of readers) {
      // oxlint-disable-next-line no-await-in-loop -- one column of one row group in memory at a time
      const cells: ArrayLike<unknown> = await scan.readColumn({ column, rowStart, rowEnd });
      if (cells.length !== rowEnd - rowStart) return particular('parquet-column-length', { column }, place);
      for (let i = rowStart; i < rowEnd; i += 1) {
        const row = rows[i];
        if (row === undefined || (cells[i - rowStart] ?? undefined) !== cell(row))
          return particular('parquet-cell', { column, row: i + 1 }, place);
      }
    }
    next = rowEnd;
  }
  return next === rows.length ? undefined : faultsOf(table)('rows');
}

type ParquetFault = 'columns' | 'rows' | 'compressed' | 'groups' | 'unreadable';

function faultsOf({ product }: ReadTable): (what: ParquetFault) => Particular {
  return (what) => particular(`parquet-${what}`, {}, { path: parquetPath(product) });
}

function typeOf(column: ColumnName): 'STRING' | 'INT64' | 'TIMESTAMP' {
  if (column === 'start') return 'TIMESTAMP';
  return isFigure(column) ? 'INT64' : 'STRING';
}

/** What turns a row into the typed cell of a column; a start is read once, however many rows have it. */
function cellReader(column: ColumnName): (row: TableRow) => Cell {
  if (isFigure(column))
    return (row) => {
      const figure = figureIn(row, column);
      return figure === undefined ? undefined : BigInt(figure);
    };
  if (column !== 'start') return (row) => cellText(row, column);
  const known = new Map<string, bigint>();
  return ({ start = '' }) => {
    const milliseconds = known.get(start) ?? BigInt(readInstant(start)?.seconds ?? 0) * 1000n;
    known.set(start, milliseconds);
    return milliseconds;
  };
}
