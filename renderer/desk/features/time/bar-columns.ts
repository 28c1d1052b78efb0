/** One drawn column: bins `from` up to but not including `to`, with the largest value among them. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A series as at most `most` columns: one a bin while there is room, otherwise the largest value of neighbouring bins. */
export function barColumns(values: Int32Array | readonly number[], most: number): readonly Column[] {
  const count = Math.min(values.length, Math.max(1, Math.floor(most)));
  const columns: Column[] = [];
  for (let i = 0; i < count; i += 1) {
    const from = Math.floor((i * values.length) / count);
    const to = Math.floor(((i + 1) * values.length) / count);
    let value = 0;
    for (let bin = from; bin < to; bin += 1) value = Math.max(value, values[bin] ?? 0);
    columns.push({ from, to, value });
  }
  return columns;
}

/** The bin under a horizontal place. */
export function binAt(x: number, width: number, bins: number): number {
  if (width <= 0 || bins === 0) return 0;
  return Math.min(bins - 1, Math.max(0, Math.floor((x / width) * bins)));
}
