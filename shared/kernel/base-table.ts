/** Events in memory: person number, seconds since 1970 UTC, and cell number, sorted by person and time, each row once. */
export interface BaseTable {
  readonly person: Int32Array;
  readonly second: Int32Array;
  readonly cell: Int32Array;
}

/** Which bits of which column a pass sorts by. */
interface Digit {
  readonly key: keyof BaseTable;
  readonly low: number;
  readonly shift: number;
}

const digitBits = 11;
const buckets = 1 << digitBits;

/**
 * Sorts by person, then second, then cell (least-significant-digit radix sort) and drops rows that repeat the one before.
 * Returns the sorted table and how many rows were dropped at each cell. The columns handed in are used up.
 */
export function sortBaseTable(table: BaseTable): {
  readonly table: BaseTable;
  readonly repeatsOfCell: Int32Array;
} {
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
      scatter(from, to, { key, low, shift });
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

function scatter(from: BaseTable, to: BaseTable, digit: Digit): void {
  const { key, low, shift } = digit;
  const column = from[key];
  const at = new Int32Array(buckets + 1);
  for (let i = 0; i < column.length; i++) {
    const bucket = (((column[i] ?? 0) - low) >>> shift) & (buckets - 1);
    at[bucket + 1] = (at[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++) at[bucket + 1] = (at[bucket + 1] ?? 0) + (at[bucket] ?? 0);
  const { person, second, cell } = from;
  for (let i = 0; i < column.length; i++) {
    const bucket = (((column[i] ?? 0) - low) >>> shift) & (buckets - 1);
    const place = at[bucket] ?? 0;
    at[bucket] = place + 1;
    to.person[place] = person[i] ?? 0;
    to.second[place] = second[i] ?? 0;
    to.cell[place] = cell[i] ?? 0;
  }
}

function withoutRepeats(table: BaseTable): ReturnType<typeof sortBaseTable> {
  const { person, second, cell } = table;
  const repeatsOfCell = new Int32Array(cell.length === 0 ? 0 : range(cell).high + 1);
  let kept = 0;
  for (let i = 0; i < person.length; i++) {
    const repeats =
      kept > 0 &&
      person[i] === person[kept - 1] &&
      second[i] === second[kept - 1] &&
      cell[i] === cell[kept - 1];
    if (repeats) {
      const at = cell[i] ?? 0;
      repeatsOfCell[at] = (repeatsOfCell[at] ?? 0) + 1;
      continue;
    }
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
  return { table: trimmed, repeatsOfCell };
}
