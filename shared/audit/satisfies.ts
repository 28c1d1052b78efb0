import { real, whole } from './entry-of.ts';
import type { LinearSystem } from './linear-system.ts';

/** Whether a point keeps all bounds and rows, each within `tolerance` times the size of its limit (at least 1). */
export function satisfies(system: LinearSystem, point: Float64Array, tolerance: number): boolean {
  for (let v = 0; v < system.low.length; v++)
    if (!isWithin(real(point, v), real(system.low, v), real(system.high, v), tolerance)) return false;
  for (let row = 0; row < system.rowLow.length; row++) {
    const sum = sumOfRow(system, point, row);
    if (!isWithin(sum, real(system.rowLow, row), real(system.rowHigh, row), tolerance)) return false;
  }
  return true;
}

/** The sum of coefficient times value along a row. */
export function sumOfRow(system: LinearSystem, point: Float64Array, row: number): number {
  let sum = 0;
  for (let k = whole(system.rowStarts, row); k < whole(system.rowStarts, row + 1); k++)
    sum += whole(system.coefficient, k) * real(point, whole(system.variable, k));
  return sum;
}

function isWithin(value: number, low: number, high: number, tolerance: number): boolean {
  if (low > -Infinity && value < low - tolerance * Math.max(1, Math.abs(low))) return false;
  return !(high < Infinity && value > high + tolerance * Math.max(1, Math.abs(high)));
}
