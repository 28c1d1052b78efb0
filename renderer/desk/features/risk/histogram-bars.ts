import type { RiskHistogram } from '../../../../shared/ipc/view.ts';

export type Measure = 'groups' | 'persons';

/** One bar: groups (or people in them) of `from` to `to` persons; the last bar has no `to`. */
export interface RiskBar {
  readonly from: number;
  readonly to: number | undefined;
  readonly published: number;
  readonly hidden: number;
}

/** Bars from fewest persons to most. */
export function riskBars(histogram: RiskHistogram, measure: Measure): readonly RiskBar[] {
  const groups = measure === 'groups';
  const published = groups ? histogram.publishedGroups : histogram.publishedPersons;
  const hidden = groups ? histogram.suppressedGroups : histogram.suppressedPersons;
  return histogram.lows.map((from, i) => {
    const next = histogram.lows[i + 1];
    return {
      from,
      to: next === undefined ? undefined : next - 1,
      published: published[i] ?? 0,
      hidden: hidden[i] ?? 0,
    };
  });
}

/** Sum over all bars, published and hidden. */
export function barTotal(bars: readonly RiskBar[]): number {
  return bars.reduce((sum, bar) => sum + bar.published + bar.hidden, 0);
}
