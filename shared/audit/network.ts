import { real, whole } from './entry-of.ts';
import type { LinearSystem } from './linear-system.ts';
import { rowsOfVariables, type RowsOfVariables } from './rows-of-variables.ts';

/**
 * A component as a circulation: each variable is the flow along one arc, each row a node where what comes in goes out, and node
 * `nodes - 1` stands for everything outside. Arcs after those of the variables are the slack of rows that are no equations.
 * The arcs at node n are `incident[starts[n]]` to `incident[starts[n + 1] - 1]`.
 */
export interface Network {
  readonly nodes: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Sign a row was multiplied by: 1 or -1. */
  readonly sign: Int32Array;
  /** Row of each slack arc, in their order. */
  readonly slackRows: Int32Array;
  readonly starts: Int32Array;
  readonly incident: Int32Array;
}

/**
 * The network of a component, if it is one: every variable in at most two rows with coefficients 1 and -1 after the rows are given
 * signs. Tables of two dimensions are, with or without hidden margins, and so is one hierarchy.
 */
export function networkOf(system: LinearSystem): Network | undefined {
  const turned = rowsOfVariables(system);
  const rows = system.rowLow.length;
  const sign = system.coefficient.every((c) => c === 1 || c === -1) ? signsOf(system, turned) : undefined;
  if (!sign) return undefined;
  const slackRows = Int32Array.from(sign.keys()).filter(
    (row) => real(system.rowLow, row) !== real(system.rowHigh, row),
  );
  const count = system.low.length;
  const arcs = count + slackRows.length;
  const tail = new Int32Array(arcs).fill(rows);
  const head = new Int32Array(arcs).fill(rows);
  for (let v = 0; v < count; v++) {
    for (let k = whole(turned.starts, v); k < whole(turned.starts, v + 1); k++) {
      const row = whole(turned.row, k);
      (whole(turned.coefficient, k) * whole(sign, row) > 0 ? head : tail)[v] = row;
    }
  }
  slackRows.forEach((row, i) => (tail[count + i] = row));
  const ends = slackEnds(system, sign, slackRows);
  const low = Float64Array.from([...system.low, ...ends.low]);
  const high = Float64Array.from([...system.high, ...ends.high]);
  return { nodes: rows + 1, tail, head, low, high, sign, slackRows, ...incidence(rows + 1, tail, head) };
}

function slackEnds(
  system: LinearSystem,
  sign: Int32Array,
  rows: Int32Array,
): { readonly low: readonly number[]; readonly high: readonly number[] } {
  const low: number[] = [];
  const high: number[] = [];
  for (const row of rows) {
    const isTurned = whole(sign, row) < 0;
    low.push(isTurned ? -real(system.rowHigh, row) : real(system.rowLow, row));
    high.push(isTurned ? -real(system.rowLow, row) : real(system.rowHigh, row));
  }
  return { low, high };
}

/** A sign for every row so that each variable of two rows enters one and leaves the other; undefined where there is none. */
function signsOf(system: LinearSystem, turned: RowsOfVariables): Int32Array | undefined {
  const sign = new Int32Array(system.rowLow.length);
  for (let seed = 0; seed < sign.length; seed++) {
    if (sign[seed] !== 0) continue;
    sign[seed] = 1;
    const queue = [seed];
    for (const row of queue) {
      for (let e = whole(system.rowStarts, row); e < whole(system.rowStarts, row + 1); e++)
        if (!spread(turned, whole(system.variable, e), sign, queue)) return undefined;
    }
  }
  return sign;
}

function spread(turned: RowsOfVariables, v: number, sign: Int32Array, queue: number[]): boolean {
  const first = whole(turned.starts, v);
  const rows = whole(turned.starts, v + 1) - first;
  if (rows !== 2) return rows < 2;
  const one = whole(turned.row, first);
  const other = whole(turned.row, first + 1);
  if (one === other) return false;
  const product = -whole(turned.coefficient, first) * whole(turned.coefficient, first + 1);
  return (
    follow(sign, { from: one, to: other, product }, queue) &&
    follow(sign, { from: other, to: one, product }, queue)
  );
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly product: number;
}

function follow(sign: Int32Array, { from, to, product }: Link, queue: number[]): boolean {
  if (sign[from] === 0) return true;
  const wanted = whole(sign, from) * product;
  if (sign[to] === 0) {
    sign[to] = wanted;
    queue.push(to);
  }
  return sign[to] === wanted;
}

function incidence(
  nodes: number,
  tail: Int32Array,
  head: Int32Array,
): { readonly starts: Int32Array; readonly incident: Int32Array } {
  const starts = new Int32Array(nodes + 1);
  for (const ends of [tail, head]) for (const node of ends) starts[node + 1] = whole(starts, node + 1) + 1;
  for (let node = 0; node < nodes; node++) starts[node + 1] = whole(starts, node + 1) + whole(starts, node);
  const next = starts.slice();
  const incident = new Int32Array(2 * tail.length);
  for (const ends of [tail, head]) {
    ends.forEach((node, arc) => {
      const place = whole(next, node);
      incident[place] = arc;
      next[node] = place + 1;
    });
  }
  return { starts, incident };
}
