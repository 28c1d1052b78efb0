import { concatBytes, utf8 } from '../base/bytes.ts';
import type { TableRow } from '../products/table-row.ts';
import { cellText, type ColumnName } from './table-columns.ts';

const rowsPerPart = 20_000;

/** A table as CSV: header and `rows` as they come; UTF-8, LF, no quotes, nothing for what is absent. */
export function writeTableCsv(rows: readonly TableRow[], columns: readonly ColumnName[]): Uint8Array {
  const parts = [utf8(`${columns.join(',')}\n`)];
  for (let from = 0; from < rows.length; from += rowsPerPart) {
    const lines = rows
      .slice(from, from + rowsPerPart)
      .map((row) => `${columns.map((column) => cellText(row, column)).join(',')}\n`);
    parts.push(utf8(lines.join('')));
  }
  return concatBytes(parts);
}
