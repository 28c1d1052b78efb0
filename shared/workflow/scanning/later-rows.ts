import type { Columns } from '../../ports/columns.ts';

/** A result without its first rows. */
export function laterRows(rows: Columns, from: number): Columns {
  if (from === 0) return rows;
  return {
    length: rows.length - from,
    int32: (name) => rows.int32(name).subarray(from),
    float64: (name) => rows.float64(name).subarray(from),
    uint64: (name) => rows.uint64(name).subarray(from),
    text: (name) => rows.text(name).slice(from),
  };
}
