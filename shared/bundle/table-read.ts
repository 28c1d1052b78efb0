import { fromUtf8 } from '../base/bytes.ts';
import type { FootfallRow, GroupStatus } from '../products/footfall-table.ts';
import { paths } from './names.ts';
import { type Particular, particular } from './particular.ts';
import type { ColumnName } from './table-columns.ts';

/** The rows of a CSV table, or the first line that is none. */
export type TableRead =
  | { readonly ok: true; readonly columns: readonly ColumnName[]; readonly rows: readonly FootfallRow[] }
  | { readonly ok: false; readonly fault: Particular };

const lineFeed = 10;
const bytesPerPart = 1 << 22;
const headers = new Set(
  ['', ',age_band', ',gender', ',age_band,gender'].map(
    (more) => `zone_id,start,start_local${more},persons,status`,
  ),
);
/** Zone ids as tables carry them: no quoting needed anywhere, and no cell a spreadsheet takes for a formula. */
export const zoneIdForm = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/;

/** Reads only what `writeTableCsv` writes: grammar and types of each cell, not yet what they mean together. */
export function readTableCsv(bytes: Uint8Array): TableRead {
  const headerEnd = bytes.indexOf(lineFeed);
  const header = fromUtf8(bytes.subarray(0, Math.max(headerEnd, 0))) ?? '';
  if (!headers.has(header)) return unread('table-header', 1);
  if (bytes.at(-1) !== lineFeed) return unread('table-end');
  const columns = header.split(',') as ColumnName[];
  const reader = rowReader(columns);
  const rows: FootfallRow[] = [];
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

function unread(what: `table-${'header' | 'end' | 'encoding' | 'row'}`, line?: number): TableRead {
  const place = line === undefined ? { path: paths.table } : { path: paths.table, line };
  return { ok: false, fault: particular(what, {}, place) };
}

function partEnd(bytes: Uint8Array, from: number): number {
  if (from + bytesPerPart >= bytes.length) return bytes.length;
  return bytes.indexOf(lineFeed, from + bytesPerPart) + 1;
}

function rowReader(columns: readonly ColumnName[]): (line: string) => FootfallRow | undefined {
  const age = columns.indexOf('age_band');
  const gender = columns.indexOf('gender');
  const last = columns.length - 1;
  const kept = new Map<string, string>();
  const keep = (text: string): string => {
    const known = kept.get(text);
    if (known === undefined) kept.set(text, text);
    return known ?? text;
  };
  const cell = (cells: readonly string[], index: number): string => keep(cells[index] ?? '');
  return (line) => {
    const cells = line.split(',');
    const figure = readPersons(cells[last - 1] ?? '', cells[last] ?? '');
    if (cells.length !== columns.length || figure === undefined) return undefined;
    const place = { zoneId: cell(cells, 0), start: cell(cells, 1), startLocal: cell(cells, 2) };
    const ageBand = age < 0 ? {} : { ageBand: cell(cells, age) };
    return { ...place, ...ageBand, ...(gender < 0 ? {} : { gender: cell(cells, gender) }), ...figure };
  };
}

function readPersons(text: string, status: string): { status: GroupStatus; persons?: number } | undefined {
  if (status === 'suppressed') return text === '' ? { status } : undefined;
  if (status === 'zero') return text === '0' ? { status, persons: 0 } : undefined;
  if (status !== 'published' || !/^[1-9][0-9]{0,11}$/.test(text)) return undefined;
  return { status, persons: Number(text) };
}
