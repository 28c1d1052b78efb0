import { fromUtf8 } from '../base/bytes.ts';
import type { Product } from '../products/product.ts';
import type { TableRow } from '../products/table-row.ts';
import { tablePath } from './names.ts';
import { type Particular, particular } from './particular.ts';
import {
  type ColumnName,
  fieldOf,
  type FigureColumn,
  type KeyColumn,
  leadingColumns,
} from './table-columns.ts';

/** The rows of a CSV table, or the first line that is none. */
export type TableRead =
  | { readonly ok: true; readonly columns: readonly ColumnName[]; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly fault: Particular };

const lineFeed = 10;
const bytesPerPart = 1 << 22;
const measures: readonly (readonly FigureColumn[])[] = [[], ['persons_estimate']];
const measuresOfFlows: typeof measures = [...measures, ['trips'], ['persons_estimate', 'trips']];
const breakdowns: readonly (readonly KeyColumn[])[] = [[], ['age_band'], ['gender'], ['age_band', 'gender']];
/**
 * Zone ids as tables carry them: no quoting needed anywhere, no cell a spreadsheet takes for a formula, and none of the words
 * that stand for no known home and for all homes.
 */
export const zoneIdForm = /^(?!(?:all|unknown)$)[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/;

/**
 * Reads only what `writeTableCsv` writes for a product: grammar and types of each cell, not yet what they mean together.
 */
export function readTableCsv(bytes: Uint8Array, product: Product): TableRead {
  const unread = (what: `table-${'header' | 'end' | 'encoding' | 'row'}`, line?: number): TableRead => {
    const path = tablePath(product);
    return { ok: false, fault: particular(what, {}, line === undefined ? { path } : { path, line }) };
  };
  const headerEnd = bytes.indexOf(lineFeed);
  const header = fromUtf8(bytes.subarray(0, Math.max(headerEnd, 0))) ?? '';
  const found = headers(product).find(({ columns }) => columns.join(',') === header);
  if (found === undefined) return unread('table-header', 1);
  const { columns } = found;
  if (bytes.at(-1) !== lineFeed) return unread('table-end');
  const reader = rowReader(found);
  const rows: TableRow[] = [];
  for (let at = headerEnd + 1; at < bytes.length;) {
    const end = partEnd(bytes, at);
    const text = fromUtf8(bytes.subarray(at, end - 1));
    if (text === undefined) return unread('table-encoding', rows.length + 1);
    for (const line of text.split('\n')) {
      const row = reader(line);
      if (row === undefined) return unread('table-row', rows.length + 2);
      rows.push(row);
    }
    at = end;
  }
  return { ok: true, columns, rows };
}

interface Header {
  readonly keys: readonly KeyColumn[];
  /** Columns of numbers besides `persons`. */
  readonly more: readonly FigureColumn[];
  readonly columns: readonly ColumnName[];
}

function headers(product: Product): readonly Header[] {
  return breakdowns.flatMap((breakdown) => {
    const keys = [...leadingColumns[product], ...breakdown];
    return (product === 'flows' ? measuresOfFlows : measures).map((more) => ({
      keys,
      more,
      columns: [...keys, 'persons', ...more, 'status'],
    }));
  });
}

function partEnd(bytes: Uint8Array, from: number): number {
  if (from + bytesPerPart >= bytes.length) return bytes.length;
  return bytes.indexOf(lineFeed, from + bytesPerPart) + 1;
}

function rowReader({ keys, more, columns }: Header): (line: string) => TableRow | undefined {
  const fields = keys.map(fieldOf);
  const kept = new Map<string, string>();
  const keep = (text: string): string => {
    const known = kept.get(text);
    if (known === undefined) kept.set(text, text);
    return known ?? text;
  };
  return (line) => {
    const cells = line.split(',');
    const figure = cells.length === columns.length ? readFigures(cells.slice(keys.length), more) : undefined;
    if (figure === undefined) return undefined;
    const row: Writable<TableRow> = { zoneId: keep(cells[0] ?? ''), ...figure };
    for (let at = 1; at < fields.length; at += 1) row[fields[at] ?? 'zoneId'] = keep(cells[at] ?? '');
    return row;
  };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

type Figures = Pick<TableRow, 'status' | 'persons' | 'estimate' | 'trips'>;

/** Persons, the other numbers, of which each may be absent, and status. */
function readFigures(cells: readonly string[], more: readonly FigureColumn[]): Figures | undefined {
  const read: Writable<Figures> | undefined = readPersons(cells[0] ?? '', cells.at(-1) ?? '');
  if (read === undefined) return undefined;
  for (const [i, column] of more.entries()) {
    const text = cells[i + 1] ?? '';
    if (text === '') continue;
    if (!/^(?:0|[1-9][0-9]{0,11})$/.test(text)) return undefined;
    read[column === 'trips' ? 'trips' : 'estimate'] = Number(text);
  }
  return read;
}

function readPersons(text: string, status: string): Figures | undefined {
  if (status === 'suppressed') return text === '' ? { status } : undefined;
  if (status === 'zero') return text === '0' ? { status, persons: 0 } : undefined;
  if (status !== 'published' || !/^[1-9][0-9]{0,11}$/.test(text)) return undefined;
  return { status, persons: Number(text) };
}
