/** Events in memory: person number, seconds since 1970 UTC, and cell number, sorted by person and time, each row once. */
export interface BaseTable {
  readonly person: Int32Array;
  readonly second: Int32Array;
  readonly cell: Int32Array;
}

const digitBits = 11;
const buckets = 1 << digitBits;

/**
 * Sorts by person, then second, then cell (least-significant-digit radix sort) and drops rows that repeat the one before.
 * Returns the sorted table and the number of rows dropped. The columns handed in are used up.
 */
export function sortBaseTable(table: BaseTable): { readonly table: BaseTable; readonly duplicates: number } {
  const length = table.person.length;
  let from = table;
  let to: BaseTable = {
    person: new Int32Array(length),
    second: new Int32Array(length),
    cell: new Int32Array(length),
  };
  for (const key of ['cell', 'second', 'person'] as const) {
    const { low, high } = range(from[key]);
    for (let shift = 0; shift < 32 && (high - low) >>> shift > 0; shift += digitBits) {
      scatter(from, to, key, low, shift);
      [from, to] = [to, from];
    }
  }
  return withoutRepeats(from);
}

function range(column: Int32Array): { readonly low: number; readonly high: number } {
  let low = column[0] ?? 0;
  let high = low;
  for (let i = 1; i < column.length; i++) {
    const value = column[i] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

function scatter(from: BaseTable, to: BaseTable, key: keyof BaseTable, low: number, shift: number): void {
  const column = from[key];
  const at = new Int32Array(buckets + 1);
  for (let i = 0; i < column.length; i++) {
    const digit = (((column[i] ?? 0) - low) >>> shift) & (buckets - 1);
    at[digit + 1] = (at[digit + 1] ?? 0) + 1;
  }
  for (let digit = 0; digit < buckets; digit++) at[digit + 1] = (at[digit + 1] ?? 0) + (at[digit] ?? 0);
  const { person, second, cell } = from;
  for (let i = 0; i < column.length; i++) {
    const digit = (((column[i] ?? 0) - low) >>> shift) & (buckets - 1);
    const place = at[digit] ?? 0;
    at[digit] = place + 1;
    to.person[place] = person[i] ?? 0;
    to.second[place] = second[i] ?? 0;
    to.cell[place] = cell[i] ?? 0;
  }
}

function withoutRepeats(table: BaseTable): { readonly table: BaseTable; readonly duplicates: number } {
  const { person, second, cell } = table;
  let kept = 0;
  for (let i = 0; i < person.length; i++) {
    const repeats =
      kept > 0 &&
      person[i] === person[kept - 1] &&
      second[i] === second[kept - 1] &&
      cell[i] === cell[kept - 1];
    if (repeats) continue;
    person[kept] = person[i] ?? 0;
    second[kept] = second[i] ?? 0;
    cell[kept] = cell[i] ?? 0;
    kept++;
  }
  const trimmed = {
    person: person.subarray(0, kept),
    second: second.subarray(0, kept),
    cell: cell.subarray(0, kept),
  };
  return { table: trimmed, duplicates: person.length - kept };
}
