import { real, whole } from './entry-of.ts';
import type { LinearSystem, Ranges } from './linear-system.ts';

/** The least and the greatest sum a row can have: the finite part, and how many entries make it infinite. */
export interface RowActivity {
  least: number;
  leastInfinite: number;
  greatest: number;
  greatestInfinite: number;
}

/** Works out the activity of row `row` from the bounds of its variables, into `into`. */
export function measureRow(system: LinearSystem, bounds: Ranges, row: number, into: RowActivity): void {
  into.least = into.leastInfinite = into.greatest = into.greatestInfinite = 0;
  for (let k = whole(system.rowStarts, row); k < whole(system.rowStarts, row + 1); k++) {
    const v = whole(system.variable, k);
    const coefficient = whole(system.coefficient, k);
    const least = coefficient * real(coefficient > 0 ? bounds.low : bounds.high, v);
    const greatest = coefficient * real(coefficient > 0 ? bounds.high : bounds.low, v);
    if (least === -Infinity) into.leastInfinite++;
    else into.least += least;
    if (greatest === Infinity) into.greatestInfinite++;
    else into.greatest += greatest;
  }
}

/** Whether no values within the bounds satisfy row `row`. */
export function isContradicted(system: LinearSystem, row: number, activity: RowActivity): boolean {
  if (activity.leastInfinite === 0 && activity.least > real(system.rowHigh, row)) return true;
  return activity.greatestInfinite === 0 && activity.greatest < real(system.rowLow, row);
}

/** Whether all values within the bounds satisfy row `row`, so that it says nothing more. */
export function isImplied(system: LinearSystem, row: number, activity: RowActivity): boolean {
  const least = activity.leastInfinite > 0 ? -Infinity : activity.least;
  const greatest = activity.greatestInfinite > 0 ? Infinity : activity.greatest;
  return least >= real(system.rowLow, row) && greatest <= real(system.rowHigh, row);
}
