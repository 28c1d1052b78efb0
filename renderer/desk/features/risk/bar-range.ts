import type { RiskBar } from './histogram-bars.ts';

export interface BarRange {
  readonly from: number;
  readonly to: number;
}

/** A range of bars from two ends in any order, kept within `count` bars. */
export function barRange(one: number, other: number, count: number): BarRange {
  const inside = (at: number): number => Math.min(count - 1, Math.max(0, at));
  return { from: inside(Math.min(one, other)), to: inside(Math.max(one, other)) };
}

/** What is chosen once the pointer is let go over a bar: all from where it went down, or nothing where just these were chosen before. */
export function drawnRange(
  from: number,
  letGo: number,
  count: number,
  before: BarRange | undefined,
): BarRange | undefined {
  const drawn = barRange(from, letGo, count);
  return before?.from === drawn.from && before.to === drawn.to ? undefined : drawn;
}

/** Index of the bar under a horizontal place, `0` to `count - 1`. */
export function barAt(x: number, width: number, count: number): number {
  if (width <= 0) return 0;
  return Math.min(count - 1, Math.max(0, Math.floor((x / width) * count)));
}

/** Numbers of persons from the first to the last bar of a range, such as `5–9`, `1` or `200+`. */
export function personsLabel(bars: readonly RiskBar[], range: BarRange, language: string): string {
  const from = bars[range.from]?.from ?? 0;
  const to = bars[range.to]?.to;
  const low = from.toLocaleString(language);
  if (to === undefined) return `${low}+`;
  return to === from ? low : `${low}–${to.toLocaleString(language)}`;
}
