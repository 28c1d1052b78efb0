/**
 * The line on which a row stands, from 1, where some lines are no rows: `skipped` are their numbers, ascending, `row` counts rows from 0.
 * Looks among the skipped lines by halves, so that a file full of faults takes no longer.
 */
export function lineOfRow(skipped: ArrayLike<number>, row: number): number {
  let [low, high] = [0, skipped.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((skipped[middle] ?? 0) - middle <= row + 1) low = middle + 1;
    else high = middle;
  }
  return row + 1 + low;
}
