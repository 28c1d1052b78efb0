interface Rows {
  readonly second: Int32Array;
  readonly cell: Int32Array;
}

/** Rows up to which each is simply put in its place. */
const few = 24;

/** Sorts rows `from` to `to - 1`, which are of one person, by second and then cell, in place; what is in order is left as it is. */
export function sortRowsOfPerson(rows: Rows, from: number, to: number): void {
  for (let i = from + 1; i < to; i++)
    if (comesBefore(rows, i, i - 1))
      return to - from <= few ? insert(rows, i, to, from) : sort(rows, from, to);
}

function comesBefore({ second, cell }: Rows, a: number, b: number): boolean {
  const apart = (second[a] ?? 0) - (second[b] ?? 0);
  return apart < 0 || (apart === 0 && (cell[a] ?? 0) < (cell[b] ?? 0));
}

function insert(rows: Rows, begin: number, to: number, from: number): void {
  const { second, cell } = rows;
  for (let i = begin; i < to; i++)
    for (let at = i; at > from && comesBefore(rows, at, at - 1); at--) {
      const [later, there] = [second[at - 1] ?? 0, cell[at - 1] ?? 0];
      second[at - 1] = second[at] ?? 0;
      cell[at - 1] = cell[at] ?? 0;
      second[at] = later;
      cell[at] = there;
    }
}

/** Second and cell as one number, where it is exact. */
function sort(rows: Rows, from: number, to: number): void {
  const { second, cell } = rows;
  let low = Infinity;
  let high = -Infinity;
  let cells = 0;
  for (let i = from; i < to; i++) {
    low = Math.min(low, second[i] ?? 0);
    high = Math.max(high, second[i] ?? 0);
    cells = Math.max(cells, (cell[i] ?? 0) + 1);
  }
  if ((high - low + 1) * cells > Number.MAX_SAFE_INTEGER) return sortBySteps(rows, from, to);
  const keys = Float64Array.from(
    { length: to - from },
    (_, i) => ((second[from + i] ?? 0) - low) * cells + (cell[from + i] ?? 0),
  ).toSorted();
  keys.forEach((key, i) => {
    const after = Math.floor(key / cells);
    second[from + i] = low + after;
    cell[from + i] = key - after * cells;
  });
}

function sortBySteps({ second, cell }: Rows, from: number, to: number): void {
  const sorted = Array.from(
    { length: to - from },
    (_, i) => [second[from + i] ?? 0, cell[from + i] ?? 0] as const,
  ).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  sorted.forEach(([at, where], i) => {
    second[from + i] = at;
    cell[from + i] = where;
  });
}
