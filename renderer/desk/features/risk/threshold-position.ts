/** Largest minimum a recipe may ask for. */
export const largestMinimum = 1_000_000;

/** Persons from the lower bound of bar `i` to the next; the open last bar is drawn as if it ended at twice its bound. */
function barWidth(lows: readonly number[], i: number): number {
  const low = lows[i] ?? 1;
  return (lows[i + 1] ?? low * 2) - low;
}

/**
 * Where a minimum lies on the axis, in bars from the left: 0 is the left edge of the first bar. Linear within a bar, so the
 * line stands between the groups it parts; at the right edge when the minimum is beyond the drawn axis.
 */
export function positionOfMinimum(lows: readonly number[], minimum: number): number {
  const bar = Math.max(
    0,
    lows.findLastIndex((low) => low <= minimum),
  );
  const within = (minimum - (lows[bar] ?? 1)) / barWidth(lows, bar);
  return Math.min(lows.length, Math.max(0, bar + within));
}

/** The whole minimum nearest to a place on the axis, never under `floor`. The inverse of `positionOfMinimum`. */
export function minimumAtPosition(lows: readonly number[], position: number, floor: number): number {
  const bar = Math.min(lows.length - 1, Math.max(0, Math.floor(position)));
  const within = Math.min(1, Math.max(0, position - bar));
  const minimum = Math.round((lows[bar] ?? 1) + within * barWidth(lows, bar));
  return Math.min(largestMinimum, Math.max(floor, 1, minimum));
}

/** The minimum a key asks for; `undefined` for keys that do not move it. Page keys jump to the bounds of bars. */
export function minimumByKey(
  key: string,
  minimum: number,
  lows: readonly number[],
  floor: number,
): number | undefined {
  const wanted: Readonly<Record<string, number | undefined>> = {
    ArrowRight: minimum + 1,
    ArrowUp: minimum + 1,
    ArrowLeft: minimum - 1,
    ArrowDown: minimum - 1,
    PageUp: lows.find((low) => low > minimum) ?? minimum,
    PageDown: lows.findLast((low) => low < minimum) ?? minimum,
    Home: floor,
    End: Math.max(minimum, lows.at(-1) ?? minimum),
  };
  const next = wanted[key];
  return next === undefined ? undefined : Math.min(largestMinimum, Math.max(floor, 1, next));
}
