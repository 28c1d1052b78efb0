import { rowsOf } from './block-system.ts';
import type { Bounds } from './bounds.ts';
import type { Frame } from './frame.ts';

interface FlatRows {
  readonly starts: Int32Array;
  readonly group: Int32Array;
  readonly factor: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const sweeps = 4;
const flatOf = new WeakMap<Frame, FlatRows>();

/**
 * Tightens bounds in place by the sums of a block, row by row, a few times over. Every bound it leaves is true; a reader who
 * goes on might tighten further.
 */
export function tighten(frame: Frame, bounds: Bounds): void {
  const rows = flatOf.get(frame) ?? flatten(frame);
  flatOf.set(frame, rows);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let changed = false;
    for (let row = 0; row < rows.low.length; row++) changed = tightenRow(rows, row, bounds) || changed;
    if (!changed) return;
  }
}

function flatten(frame: Frame): FlatRows {
  const rows = rowsOf(frame);
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ groups }, i) => {
    starts[i + 1] = (starts[i] ?? 0) + groups.length;
  });
  return {
    starts,
    group: Int32Array.from(rows.flatMap(({ groups }) => groups)),
    factor: Int32Array.from(rows.flatMap(({ factors }) => factors)),
    low: Float64Array.from(rows, ({ low }) => low),
    high: Float64Array.from(rows, ({ high }) => high),
  };
}

interface Sum {
  finite: number;
  infinite: number;
}

function tightenRow(rows: FlatRows, row: number, bounds: Bounds): boolean {
  const from = rows.starts[row] ?? 0;
  const to = rows.starts[row + 1] ?? 0;
  const least: Sum = { finite: 0, infinite: 0 };
  const greatest: Sum = { finite: 0, infinite: 0 };
  for (let i = from; i < to; i++) {
    const [low, high] = termOf(rows, i, bounds);
    addTo(least, low);
    addTo(greatest, high);
  }
  let changed = false;
  for (let i = from; i < to; i++) {
    const [low, high] = termOf(rows, i, bounds);
    const most = (rows.high[row] ?? 0) - without(least, low, -Infinity);
    const fewest = (rows.low[row] ?? 0) - without(greatest, high, Infinity);
    changed = narrow(bounds, rows, i, { fewest, most }) || changed;
  }
  return changed;
}

function termOf(rows: FlatRows, i: number, bounds: Bounds): readonly [number, number] {
  const factor = rows.factor[i] ?? 0;
  const group = rows.group[i] ?? 0;
  const low = bounds.low[group] ?? 0;
  const high = bounds.high[group] ?? 0;
  return factor > 0 ? [factor * low, factor * high] : [factor * high, factor * low];
}

function addTo(sum: Sum, value: number): void {
  if (Number.isFinite(value)) sum.finite += value;
  else sum.infinite += 1;
}

function without(sum: Sum, own: number, infinite: number): number {
  if (Number.isFinite(own)) return sum.infinite > 0 ? infinite : sum.finite - own;
  return sum.infinite > 1 ? infinite : sum.finite;
}

function narrow(
  bounds: Bounds,
  rows: FlatRows,
  i: number,
  term: { readonly fewest: number; readonly most: number },
): boolean {
  const factor = rows.factor[i] ?? 1;
  const group = rows.group[i] ?? 0;
  const low = Math.ceil((factor > 0 ? term.fewest : term.most) / factor);
  const high = Math.floor((factor > 0 ? term.most : term.fewest) / factor);
  const changed = low > (bounds.low[group] ?? 0) || high < (bounds.high[group] ?? 0);
  if (low > (bounds.low[group] ?? 0)) bounds.low[group] = low;
  if (high < (bounds.high[group] ?? 0)) bounds.high[group] = high;
  return changed;
}
