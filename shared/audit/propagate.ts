import { real, whole } from './entry-of.ts';
import type { LinearSystem, Ranges } from './linear-system.ts';
import { isContradicted, measureRow, type RowActivity } from './row-activity.ts';
import { createRowQueue, type RowQueue } from './row-queue.ts';
import { rowsOfVariables, type RowsOfVariables } from './rows-of-variables.ts';

/** Bounds after propagation; `settled` unless it was stopped before nothing changed any more. */
export interface Propagated extends Ranges {
  readonly settled: boolean;
}

/** How often a row is looked at, on average, before propagation stops: bounds that creep are left to the solver. */
const visitsPerRow = 200;

interface Work extends Ranges {
  readonly system: LinearSystem;
  readonly turned: RowsOfVariables;
  readonly queue: RowQueue;
  readonly activity: RowActivity;
}

/**
 * Tightens the bounds of every variable from each row in turn until nothing changes (interval propagation in whole numbers: a low
 * end is rounded up and a high end down). Every solution in whole numbers stays within the result.
 * @returns undefined where it finds that nothing satisfies the system.
 */
export function propagate(system: LinearSystem): Propagated | undefined {
  const low = system.low.slice();
  const high = system.high.slice();
  if (low.some((end, v) => end > real(high, v))) return undefined;
  const queue = createRowQueue(system.rowLow.length);
  const activity = { least: 0, leastInfinite: 0, greatest: 0, greatestInfinite: 0 };
  const work: Work = { system, turned: rowsOfVariables(system), low, high, queue, activity };
  for (let visits = system.rowLow.length * visitsPerRow; visits > 0; visits--) {
    const row = queue.take();
    if (row < 0) break;
    measureRow(system, work, row, activity);
    if (isContradicted(system, row, activity) || !tightenAlong(work, row)) return undefined;
  }
  return { low, high, settled: queue.isEmpty() };
}

function tightenAlong(work: Work, row: number): boolean {
  const { rowStarts, variable, coefficient } = work.system;
  for (let k = whole(rowStarts, row); k < whole(rowStarts, row + 1); k++)
    if (!tighten(work, row, whole(variable, k), whole(coefficient, k))) return false;
  return true;
}

function tighten(work: Work, row: number, v: number, coefficient: number): boolean {
  const rises = coefficient > 0;
  const ownLeast = coefficient * real(rises ? work.low : work.high, v);
  const ownGreatest = coefficient * real(rises ? work.high : work.low, v);
  const most = mostOf(work, row, ownLeast) / coefficient;
  const least = leastOf(work, row, ownGreatest) / coefficient;
  const low = Math.ceil(rises ? least : most);
  const high = Math.floor(rises ? most : least);
  if (low <= real(work.low, v) && high >= real(work.high, v)) return true;
  return narrow(work, v, low, high);
}

/** The most that coefficient times value can be, given the least sum of the other entries of the row. */
function mostOf(work: Work, row: number, ownLeast: number): number {
  const { least, leastInfinite } = work.activity;
  if (ownLeast === -Infinity) return leastInfinite > 1 ? Infinity : real(work.system.rowHigh, row) - least;
  return leastInfinite > 0 ? Infinity : real(work.system.rowHigh, row) - (least - ownLeast);
}

/** The least that coefficient times value can be, given the greatest sum of the other entries of the row. */
function leastOf(work: Work, row: number, ownGreatest: number): number {
  const { greatest, greatestInfinite } = work.activity;
  if (ownGreatest === Infinity)
    return greatestInfinite > 1 ? -Infinity : real(work.system.rowLow, row) - greatest;
  return greatestInfinite > 0 ? -Infinity : real(work.system.rowLow, row) - (greatest - ownGreatest);
}

function narrow(work: Work, v: number, low: number, high: number): boolean {
  if (low > real(work.low, v)) work.low[v] = low + 0;
  if (high < real(work.high, v)) work.high[v] = high + 0;
  if (real(work.low, v) > real(work.high, v)) return false;
  for (let k = whole(work.turned.starts, v); k < whole(work.turned.starts, v + 1); k++)
    work.queue.add(whole(work.turned.row, k));
  return true;
}
