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
