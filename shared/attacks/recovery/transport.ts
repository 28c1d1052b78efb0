/** Persons to be moved: `amounts[i]` of them from (or to) zone `zones[i]`, whole numbers above 0, each zone once. */
export interface Load {
  readonly zones: readonly number[];
  readonly amounts: readonly number[];
}

/** So many persons from one zone to another. */
export interface Shipment {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** Distance between two zones. */
export type Distance = (from: number, to: number) => number;

/**
 * The cheapest way to serve the smaller of both sides wholly: a transport problem by successive shortest paths with potentials
 * (Ford and Fulkerson 1956; Edmonds and Karp 1972; in the dense form of Jonker and Volgenant 1987). With every amount 1 it is
 * the assignment problem. Exact; about (sources + sinks) * sources * sinks steps.
 */
export function transport(sources: Load, sinks: Load, distance: Distance): readonly Shipment[] {
  const total = (load: Load): number => load.amounts.reduce((sum, amount) => sum + amount, 0);
  const isTurned = total(sources) > total(sinks);
  const [rows, columns] = isTurned ? [sinks, sources] : [sources, sinks];
  const net = networkOf(rows, columns, (row, column) =>
    isTurned ? distance(column, row) : distance(row, column),
  );
  for (let row = 0; row < rows.zones.length; row++) {
    while ((net.left[row] ?? 0) > 0) augment(net, row);
  }
  const shipments: Shipment[] = [];
  for (const [row, rowZone] of rows.zones.entries()) {
    for (const [column, columnZone] of columns.zones.entries()) {
      const amount = net.flow[row * columns.zones.length + column] ?? 0;
      if (amount === 0) continue;
      const [from, to] = isTurned ? [columnZone, rowZone] : [rowZone, columnZone];
      shipments.push({ from, to, amount });
    }
  }
  return shipments;
}

interface Network {
  readonly rows: number;
  readonly columns: number;
  readonly cost: Float64Array;
  readonly flow: Int32Array;
  readonly left: Int32Array;
  readonly free: Int32Array;
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  readonly rowAt: Float64Array;
  readonly columnAt: Float64Array;
  readonly rowVia: Int32Array;
  readonly columnVia: Int32Array;
  readonly isDone: Uint8Array;
}

function networkOf(rowLoad: Load, columnLoad: Load, distance: Distance): Network {
  const [rows, columns] = [rowLoad.zones.length, columnLoad.zones.length];
  const cost = new Float64Array(rows * columns);
  for (const [row, from] of rowLoad.zones.entries()) {
    for (const [column, to] of columnLoad.zones.entries()) cost[row * columns + column] = distance(from, to);
  }
  return {
    rows,
    columns,
    cost,
    flow: new Int32Array(rows * columns),
    left: Int32Array.from(rowLoad.amounts),
    free: Int32Array.from(columnLoad.amounts),
    rowPotential: new Float64Array(rows),
    columnPotential: new Float64Array(columns),
    rowAt: new Float64Array(rows),
    columnAt: new Float64Array(columns),
    rowVia: new Int32Array(rows),
    columnVia: new Int32Array(columns),
    isDone: new Uint8Array(columns),
  };
}

function augment(net: Network, root: number): void {
  const { rows, columns, free, isDone, columnAt, rowAt } = net;
  columnAt.fill(Infinity);
  isDone.fill(0);
  rowAt.fill(Infinity);
  rowAt[root] = 0;
  scan(net, root);
  let end = nearest(net);
  while ((free[end] ?? 0) === 0) {
    isDone[end] = 1;
    for (let row = 0; row < rows; row++) {
      if ((net.flow[row * columns + end] ?? 0) === 0 || rowAt[row] !== Infinity) continue;
      rowAt[row] = columnAt[end] ?? 0;
      net.rowVia[row] = end;
      scan(net, row);
    }
    end = nearest(net);
  }
  reprice(net, columnAt[end] ?? 0);
  push(net, root, end);
}

function scan(net: Network, row: number): void {
  const { columns, cost, columnAt, columnVia, columnPotential, isDone } = net;
  const base = (net.rowAt[row] ?? 0) - (net.rowPotential[row] ?? 0);
  for (let column = 0; column < columns; column++) {
    if (isDone[column] === 1) continue;
    const at = base + (cost[row * columns + column] ?? 0) - (columnPotential[column] ?? 0);
    if (at >= (columnAt[column] ?? 0)) continue;
    columnAt[column] = at;
    columnVia[column] = row;
  }
}

function nearest({ columns, columnAt, isDone }: Network): number {
  let best = -1;
  let least = Infinity;
  for (let column = 0; column < columns; column++) {
    if (isDone[column] === 1 || (columnAt[column] ?? 0) >= least) continue;
    least = columnAt[column] ?? 0;
    best = column;
  }
  if (best < 0) throw new Error('A transport problem ran out of places to put persons.');
  return best;
}

function reprice(
  { rows, columns, rowPotential, columnPotential, rowAt, columnAt, isDone }: Network,
  length: number,
): void {
  for (let row = 0; row < rows; row++) {
    if (rowAt[row] !== Infinity) rowPotential[row] = (rowPotential[row] ?? 0) + length - (rowAt[row] ?? 0);
  }
  for (let column = 0; column < columns; column++) {
    if (isDone[column] === 1) {
      columnPotential[column] = (columnPotential[column] ?? 0) - length + (columnAt[column] ?? 0);
    }
  }
}

function push(net: Network, root: number, end: number): void {
  const { flow, left, free } = net;
  const path = pathTo(net, root, end);
  const limits = path.filter((_, step) => step % 2 === 1).map((at) => flow[at] ?? 0);
  const [waiting, open] = [left[root] ?? 0, free[end] ?? 0];
  const amount = Math.min(waiting, open, ...limits);
  for (const [step, at] of path.entries()) flow[at] = (flow[at] ?? 0) + (step % 2 === 0 ? amount : -amount);
  left[root] = waiting - amount;
  free[end] = open - amount;
}

/** Flows from the end back to the root: those at even places grow, those at odd places shrink. */
function pathTo({ columns, rowVia, columnVia }: Network, root: number, end: number): readonly number[] {
  const path: number[] = [];
  for (let column = end; ;) {
    const row = columnVia[column] ?? 0;
    path.push(row * columns + column);
    if (row === root) return path;
    column = rowVia[row] ?? 0;
    path.push(row * columns + column);
  }
}
