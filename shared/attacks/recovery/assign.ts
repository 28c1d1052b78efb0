import type { Steps } from '../../protect/secondary/steps.ts';

/** What it costs to give `columns` to `rows`, at `row * columns + column`; no more rows than columns. */
export interface Costs {
  readonly rows: number;
  readonly columns: number;
  readonly cost: Float64Array;
}

/**
 * The cheapest column of its own for each row, by shortest augmenting paths (Jonker and Volgenant 1987; Crouse 2016). Exact;
 * rows * rows * columns steps at most.
 */
export function* assign(costs: Costs): Steps<Int32Array> {
  if (costs.rows > costs.columns) throw new Error('An assignment needs as many columns as rows.');
  const state = cheapestFree(costs);
  for (let row = 0; row < costs.rows; row++) {
    if (state.columnOf[row] === -1) augment(costs, state, row);
    yield;
  }
  return state.columnOf;
}

interface State {
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly length: Float64Array;
  readonly via: Int32Array;
  readonly open: Int32Array;
}

/** Rows whose cheapest column nobody has yet get it; every other row is left to be augmented. */
function cheapestFree({ rows, columns, cost }: Costs): State {
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns).fill(-1);
  const rowPrice = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = cost.subarray(row * columns, (row + 1) * columns);
    let [best, least] = [0, Infinity];
    for (let column = 0; column < columns; column++) {
      const value = own[column] ?? Infinity;
      if (value >= least) continue;
      least = value;
      best = column;
    }
    rowPrice[row] = least;
    if (rowOf[best] !== -1) continue;
    rowOf[best] = row;
    columnOf[row] = best;
  }
  const numbers = (): Float64Array => new Float64Array(columns);
  const [via, open] = [new Int32Array(columns), new Int32Array(columns)];
  return { columnOf, rowOf, rowPrice, columnPrice: numbers(), length: numbers(), via, open };
}

function augment(costs: Costs, state: State, root: number): void {
  const { rowOf, open, length } = state;
  for (let column = 0; column < costs.columns; column++) open[column] = column;
  length.fill(Infinity);
  let [row, way, left] = [root, 0, costs.columns];
  for (;;) {
    const place = relax(costs, state, { row, way, left });
    const column = open[place] ?? 0;
    way = length[column] ?? 0;
    left -= 1;
    open[place] = open[left] ?? 0;
    open[left] = column;
    row = rowOf[column] ?? -1;
    if (row === -1) break;
  }
  reprice(costs, state, { row: root, way, left: left + 1 });
  turn(state, root, open[left] ?? 0);
}

interface Front {
  readonly row: number;
  readonly way: number;
  /** How many columns are still open. */
  readonly left: number;
}

/** Shortens the ways to open columns through one row; returns the place of the nearest. */
function relax({ columns, cost }: Costs, state: State, { row, way, left }: Front): number {
  const { length, via, open, columnPrice } = state;
  const [start, base] = [row * columns, way - (state.rowPrice[row] ?? 0)];
  let [nearest, least] = [0, Infinity];
  for (let place = 0; place < left; place++) {
    const column = open[place] ?? 0;
    const reached = base + (cost[start + column] ?? 0) - (columnPrice[column] ?? 0);
    let known = length[column] ?? 0;
    if (reached < known) {
      known = length[column] = reached;
      via[column] = row;
    }
    if (known >= least) continue;
    least = known;
    nearest = place;
  }
  return nearest;
}

function reprice({ columns }: Costs, state: State, { row: root, way, left }: Front): void {
  const { rowPrice, columnPrice, rowOf, open, length } = state;
  rowPrice[root] = (rowPrice[root] ?? 0) + way;
  for (let place = left; place < columns; place++) {
    const column = open[place] ?? 0;
    const more = way - (length[column] ?? 0);
    const row = rowOf[column] ?? 0;
    rowPrice[row] = (rowPrice[row] ?? 0) + more;
    columnPrice[column] = (columnPrice[column] ?? 0) - more;
  }
}

function turn({ columnOf, rowOf, via }: State, root: number, end: number): void {
  let [column, row] = [end, -1];
  while (row !== root) {
    row = via[column] ?? root;
    rowOf[column] = row;
    const next = columnOf[row] ?? -1;
    columnOf[row] = column;
    column = next;
  }
}
