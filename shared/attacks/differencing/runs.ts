import type { Stretch } from '../../ledger/stretch.ts';
import type { Span } from './cluster-frame.ts';
import type { Refinement } from './cuts.ts';

/** Longest run of neighbouring pieces that is tried, besides all of them. */
const longestRun = 3;

/** Runs of up to three pieces and of all together, short ones first. */
export function runs(count: number): readonly Span[] {
  const lengths = [...new Set([1, 2, longestRun, count])]
    .filter((length) => length <= count)
    .toSorted((a, b) => a - b);
  return lengths.flatMap((length) =>
    Array.from({ length: count - length + 1 }, (_, from) => [from, from + length] as const),
  );
}

/** Whether the pieces around a run are, together, a run that is asked about anyway. */
export function leavesShortRun([from, to]: Span, count: number): boolean {
  return (from === 0 || to === count) && count - (to - from) <= longestRun;
}

/** Where a run of pieces lies on the line. */
export function covered({ pieces }: Refinement, [from, to]: Span): Stretch {
  return { from: pieces[from]?.from ?? 0, to: pieces[to - 1]?.to ?? 0 };
}
