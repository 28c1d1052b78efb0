import { roundToBase } from '../protect/round.ts';

/** Figures of a candidate. `groups` have at least one person; a person counts once per group and so in many bins. */
export interface ReleaseSummary {
  readonly groups: number;
  readonly published: number;
  readonly suppressed: number;
  /** Large enough, but hidden to protect others. */
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

/** Threshold, rounding base, and how many groups of each size are hidden although they are large enough. */
export interface SummaryParameters {
  readonly minimumPersons: number;
  readonly roundingBase: number;
  readonly secondaryOfSize?: Int32Array | undefined;
}

/** Summary of groups given by size: `groupsOfSize[n]` groups have `n` persons. */
export function releaseSummary(
  groupsOfSize: Int32Array,
  { minimumPersons, roundingBase, secondaryOfSize }: SummaryParameters,
): ReleaseSummary {
  const sums = { groups: 0, published: 0, secondary: 0, personBins: 0, personBinsPublished: 0 };
  let smallest: number | undefined;
  const errors: { readonly error: number; readonly groups: number }[] = [];
  groupsOfSize.forEach((groups, size) => {
    if (size === 0 || groups === 0) return;
    sums.groups += groups;
    sums.personBins += groups * size;
    if (size < minimumPersons) return;
    const secondary = secondaryOfSize?.[size] ?? 0;
    const published = groups - secondary;
    sums.secondary += secondary;
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
