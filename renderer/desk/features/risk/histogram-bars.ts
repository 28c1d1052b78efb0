import type { RiskHistogram } from '../../../../shared/ipc/view.ts';

export type Measure = 'groups' | 'persons';

/** One bar: groups (or people in them) of `from` to `to` persons; the last bar has no `to`. */
export interface RiskBar {
  readonly from: number;
  readonly to: number | undefined;
  readonly published: number;
  /** Too few persons. */
  readonly hidden: number;
  /** Enough persons, hidden all the same to protect others. */
  readonly secondary: number;
}

/** Bars from fewest persons to most. */
export function riskBars(histogram: RiskHistogram, measure: Measure): readonly RiskBar[] {
  const groups = measure === 'groups';
  const published = groups ? histogram.publishedGroups : histogram.publishedPersons;
  const hidden = groups ? histogram.suppressedGroups : histogram.suppressedPersons;
  const secondary = groups ? histogram.secondaryGroups : histogram.secondaryPersons;
  return histogram.lows.map((from, i) => {
    const next = histogram.lows[i + 1];
    return {
      from,
      to: next === undefined ? undefined : next - 1,
      published: published[i] ?? 0,
      hidden: hidden[i] ?? 0,
      secondary: secondary[i] ?? 0,
    };
  });
}

/** Sum over all bars, published and hidden for either reason. */
export function barTotal(bars: readonly RiskBar[]): number {
  return bars.reduce((sum, bar) => sum + bar.published + bar.hidden + bar.secondary, 0);
}

/** How many figures through which an attack found something each bar holds; `persons` are those of the figures. */
export function findingsByBar(lows: readonly number[], persons: readonly number[]): readonly number[] {
  const found = lows.map(() => 0);
  for (const number of persons) {
    const bar = lows.findLastIndex((low) => low <= number);
    if (bar !== -1) found[bar] = (found[bar] ?? 0) + 1;
  }
  return found;
}

/** Height of a bar as a share of the highest, 0 to 1. */
export function barShare(bars: readonly RiskBar[], index: number): number {
  const heights = bars.map(({ published, hidden, secondary }) => published + hidden + secondary);
  const highest = Math.max(...heights);
  return highest > 0 ? (heights[index] ?? 0) / highest : 0;
}
