import { roundToBase } from '../protect/round.ts';
import type { SizesByFate } from './sizes-by-fate.ts';

/** Figures of a candidate. `groups` have at least one person; a person counts once per group and so in many bins. */
export interface ReleaseSummary {
  readonly groups: number;
  readonly published: number;
  readonly suppressed: number;
  /** Hidden to protect others. */
  readonly secondary: number;
  /** Sums of raw persons over published groups and over all groups. */
  readonly personBinsPublished: number;
  readonly personBins: number;
  /** Raw persons in the smallest published group; absent when nothing is published. */
  readonly smallestPublished?: number;
  /** Median and largest error that rounding makes in a published group, as a fraction of its persons. */
  readonly medianRoundingError: number;
  readonly largestRoundingError: number;
}

/** Summary of groups given by size and fate, where figures are rounded to `roundingBase`. */
export function releaseSummary(
  { groups: groupsOfSize, published: publishedOfSize, secondary: secondaryOfSize }: SizesByFate,
  roundingBase: number,
): ReleaseSummary {
  const sums = { groups: 0, published: 0, secondary: 0, personBins: 0, personBinsPublished: 0 };
  let smallest: number | undefined;
  const errors: { readonly error: number; readonly groups: number }[] = [];
  groupsOfSize.forEach((groups, size) => {
    if (size === 0 || groups === 0) return;
    const published = publishedOfSize[size] ?? 0;
    sums.groups += groups;
    sums.personBins += groups * size;
    sums.secondary += secondaryOfSize[size] ?? 0;
    if (published === 0) return;
    smallest ??= size;
    sums.published += published;
    sums.personBinsPublished += published * size;
    errors.push({ error: Math.abs(roundToBase(size, roundingBase) - size) / size, groups: published });
  });
  errors.sort((a, b) => a.error - b.error);
  return {
    ...sums,
    suppressed: sums.groups - sums.published - sums.secondary,
    ...(smallest !== undefined && { smallestPublished: smallest }),
    medianRoundingError: lowerMedian(errors, sums.published),
    largestRoundingError: errors[errors.length - 1]?.error ?? 0,
  };
}

function lowerMedian(
  sorted: readonly { readonly error: number; readonly groups: number }[],
  total: number,
): number {
  let seen = 0;
  for (const { error, groups } of sorted) {
    seen += groups;
    if (2 * seen >= total) return error;
  }
  return 0;
}
