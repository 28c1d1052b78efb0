import { describe, expect, it } from 'vitest';
import { groupsBySize } from '../../../shared/risk/groups-by-size.ts';
import { groupHistogram, histogramLows } from '../../../shared/risk/histogram.ts';
import { releaseSummary } from '../../../shared/risk/release-summary.ts';
import { partedAt, partedByFate } from '../../../shared/risk/sizes-by-fate.ts';

const counts = Int32Array.of(0, 1, 1, 4, 5, 5, 9, 10, 700, 0, 250);
const sizes = groupsBySize(counts);

describe('the histogram', () => {
  it('has bars that rise and reach the largest group', () => {
    expect(histogramLows(3)).toEqual([1, 2, 3, 5, 10, 15, 20, 30, 50, 100, 200]);
    expect(histogramLows(5000).slice(-4)).toEqual([500, 1000, 2000, 5000]);
    expect(histogramLows(499)).not.toContain(500);
    const lows = histogramLows(3_000_000);
    expect(lows).toEqual([...lows].toSorted((a, b) => a - b));
  });

  it('puts each group into one bar, on one side of the threshold', () => {
    const { lows, publishedGroups, suppressedGroups, publishedPersons, suppressedPersons } = groupHistogram(
      partedAt(sizes, 6),
    );
    lows.forEach((low, bar) => {
      const inBar = [...counts].filter((n) => n >= Math.max(1, low) && n < (lows[bar + 1] ?? Infinity));
      const published = inBar.filter((n) => n >= 6);
      const hidden = inBar.filter((n) => n < 6);
      expect([publishedGroups[bar], suppressedGroups[bar]]).toEqual([published.length, hidden.length]);
      expect([publishedPersons[bar], suppressedPersons[bar]]).toEqual([sum(published), sum(hidden)]);
    });
    expect(sum(publishedGroups) + sum(suppressedGroups)).toBe(9);
  });
});

describe('the summary', () => {
  it('adds up groups, persons and the errors of rounding', () => {
    expect(releaseSummary(partedAt(sizes, 5), 10)).toEqual({
      groups: 9,
      published: 6,
      suppressed: 3,
      secondary: 0,
      personBins: sum([...counts]),
      personBinsPublished: 5 + 5 + 9 + 10 + 700 + 250,
      smallestPublished: 5,
      medianRoundingError: 0,
      largestRoundingError: 1,
    });
  });

  it('counts groups that are large enough and hidden all the same apart', () => {
    const fates = Uint8Array.from(counts, (n, group) => (n === 9 || group === 4 ? 2 : n < 5 ? 1 : 0));
    const parted = partedByFate(counts, fates);
    const summary = releaseSummary(parted, 1);
    expect(summary).toMatchObject({ published: 4, suppressed: 3, secondary: 2, smallestPublished: 5 });
    const bars = groupHistogram(parted);
    expect([sum(bars.publishedGroups), sum(bars.suppressedGroups), sum(bars.secondaryGroups)]).toEqual([
      4, 3, 2,
    ]);
    expect(sum(bars.secondaryPersons)).toBe(14);
  });

  it('goes by what became of a group where that is not its size', () => {
    const published = Uint8Array.from(counts, (n) => (n === 4 || n === 700 ? 0 : 1));
    const parted = partedByFate(counts, published);
    const { lows, publishedGroups, suppressedGroups } = groupHistogram(parted);
    expect([publishedGroups[lows.indexOf(3)], suppressedGroups[lows.indexOf(5)]]).toEqual([1, 3]);
    expect(releaseSummary(parted, 1)).toMatchObject({
      published: 2,
      suppressed: 7,
      personBinsPublished: 704,
      smallestPublished: 4,
    });
  });

  it('says nothing of a smallest group when none is published', () => {
    const summary = releaseSummary(partedAt(sizes, 1000), 1);
    expect(summary).not.toHaveProperty('smallestPublished');
    expect(summary).toMatchObject({ published: 0, suppressed: 9, medianRoundingError: 0 });
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
