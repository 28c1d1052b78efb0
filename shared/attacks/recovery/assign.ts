import type { Steps } from '../../protect/secondary/steps.ts';

/** What it costs to give `columns` to `rows`, at `row * columns + column`; no more rows than columns. */
export interface Costs {
  readonly rows: number;
  readonly columns: number;
  readonly cost: Float64Array;
}

/**
 * The cheapest column of its own for each row (Kuhn 1955, Munkres 1957; by shortest augmenting paths). Exact;
 * rows * rows * columns steps at most.
 */
export function* assign({ rows, columns, cost }: Costs): Steps<Int32Array> {
  if (rows > columns) throw new Error('An assignment needs as many columns as rows.');
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1);
  const via = new Int32Array(columns + 1);
  const least = new Float64Array(columns + 1);
  const isDone = new Uint8Array(columns + 1);
  for (let root = 1; root <= rows; root++) {
    least.fill(Infinity);
    isDone.fill(0);
    owner[0] = root;
    let at = 0;
    do {
      isDone[at] = 1;
      at = grow(at);
    } while (owner[at] !== 0);
    for (; at !== 0; at = via[at] ?? 0) owner[at] = owner[via[at] ?? 0] ?? 0;
    yield;
  }
  const columnOf = new Int32Array(rows);
  for (let column = 1; column <= columns; column++) {
    if (owner[column] !== 0) columnOf[(owner[column] ?? 0) - 1] = column - 1;
  }
  return columnOf;

  function grow(from: number): number {
    const row = owner[from] ?? 0;
    const base = (row - 1) * columns - 1;
    let [next, step] = [0, Infinity];
    for (let column = 1; column <= columns; column++) {
      if (isDone[column] === 1) continue;
      const length = (cost[base + column] ?? 0) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0);
      if (length < (least[column] ?? 0)) {
        least[column] = length;
        via[column] = from;
      }
      if ((least[column] ?? 0) < step) {
        step = least[column] ?? 0;
        next = column;
      }
    }
    for (let column = 0; column <= columns; column++) {
      if (isDone[column] === 1) {
        const holder = owner[column] ?? 0;
        rowPotential[holder] = (rowPotential[holder] ?? 0) + step;
        columnPotential[column] = (columnPotential[column] ?? 0) - step;
      } else least[column] = (least[column] ?? 0) - step;
    }
    return next;
  }
}
