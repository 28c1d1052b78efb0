import { parquetScan, type ParquetScan } from 'hyparquet';
import type { Dialect } from '../profile.ts';
import { damaged, type OpenedParquet, orDamaged, rawValues } from './open-parquet.ts';

/** How the text is written that the rows of a Parquet file are read as. */
export const parquetDialect: Dialect = {
  delimiter: ',',
  header: true,
  encoding: 'utf-8',
  gzip: false,
  container: 'parquet',
};

/** Rows decoded at once, so that a large row group is never in memory as a whole; the first stretch is what a first look needs. */
const stretchRows = 262_144;
const firstRows = 4096;
const pieceRows = 8192;

/** The names of the columns as a line of text. */
export function parquetHeader({ columns }: OpenedParquet): Uint8Array {
  return new TextEncoder().encode(`${columns.map(({ name }) => field(name)).join(',')}\n`);
}

/**
 * The rows of a Parquet file as lines of text, in the order of the file. Only the columns `used` are read; the others are empty.
 * `onRows` is told how many rows were read so far. Refuses a file that is damaged (`parquet-damaged`).
 * @yields whole lines
 */
export async function* parquetLines(
  parquet: OpenedParquet,
  used: readonly number[],
  onRows: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const { rows, texts } of stretches(parquet, used)) {
    const { from, to } = rows;
    for (let start = from; start < to; start += pieceRows) {
      const end = Math.min(to, start + pieceRows);
      // oxlint-disable-next-line no-await-in-loop -- a value that is not of its column's type shows the file to be damaged
      const lines = await orDamaged(parquet.file.name, async () => linesOf(texts, start - from, end - from));
      onRows(end);
      yield encoder.encode(lines);
    }
  }
}

interface Stretch {
  readonly rows: { readonly from: number; readonly to: number };
  /** By column, the text of a row of the stretch, where the column is used. */
  readonly texts: readonly (((row: number) => string) | undefined)[];
}

async function* stretches(
  { file, metadata, columns, rows }: OpenedParquet,
  used: readonly number[],
): AsyncGenerator<Stretch> {
  const byName = new Map(columns.map(({ name }, i) => [name, i]));
  if (byName.size !== columns.length) throw damaged(file.name);
  const scan = await orDamaged(file.name, () =>
    parquetScan({
      file: { byteLength: file.sizeBytes, slice: (from, to = file.sizeBytes) => file.slice(from, to) },
      metadata,
      parsers: rawValues,
      utf8: false,
      geoparquet: false,
      columns: used.map((column) => columns[column]?.name ?? ''),
    }),
  );
  let next = 0;
  for (const range of scan.ranges) {
    if (range.rowStart !== next) throw damaged(file.name);
    while (next < range.rowEnd) {
      const from = next;
      const to = Math.min(range.rowEnd, from + (from === 0 ? firstRows : stretchRows));
      // oxlint-disable-next-line no-await-in-loop -- one stretch is in memory at a time
      yield await stretchOf({ file, columns, scan }, used, { from, to });
      next = to;
    }
  }
  if (next !== rows) throw damaged(file.name);
}

async function stretchOf(
  { file, columns, scan }: Pick<OpenedParquet, 'file' | 'columns'> & { readonly scan: ParquetScan },
  used: readonly number[],
  rows: Stretch['rows'],
): Promise<Stretch> {
  const texts: Stretch['texts'][number][] = columns.map(() => undefined);
  for (const column of used) {
    const { name, textOf } = columns[column] ?? { name: '', textOf: String };
    const range = { column: name, rowStart: rows.from, rowEnd: rows.to };
    // oxlint-disable-next-line no-await-in-loop -- one column is decoded at a time
    const values: ArrayLike<unknown> = await orDamaged(file.name, () => scan.readColumn(range));
    if (values.length !== rows.to - rows.from) throw damaged(file.name);
    texts[column] = (row) => textOf(values[row]);
  }
  return { rows, texts };
}

function linesOf(texts: Stretch['texts'], from: number, to: number): string {
  let lines = '';
  for (let row = from; row < to; row++) lines += `${lineOf(texts, row)}\n`;
  return lines;
}

function lineOf(texts: Stretch['texts'], row: number): string {
  let line = '';
  for (let i = 0; i < texts.length; i++) {
    if (i > 0) line += ',';
    const text = texts[i];
    if (text) line += field(text(row));
  }
  return line === '' ? '""' : line;
}

/** A field of a line: in quotes where it must be, line ends as spaces. */
function field(text: string): string {
  if (!/[",\r\n]/.test(text)) return text;
  return `"${text.replaceAll(/\r\n|\r|\n/g, ' ').replaceAll('"', '""')}"`;
}
