import { finished, type Steps } from '../base/steps.ts';
import type { CountOrder, RunRange } from './count-order.ts';
import { countRange, countSheet } from './count-range.ts';
import { runRanges } from './run-ranges.ts';
import { isShared, sharedColumn } from './shared-column.ts';

/** A count that a second thread is asked to help with. Its columns are shared or small; it takes ranges from the last to the first. */
export interface HelpedCount {
  readonly order: CountOrder;
  readonly ranges: readonly RunRange[];
  /** Who has taken each range: 0 nobody, 1 the first thread, 2 the second, 3 the second, which is done with it. Shared. */
  readonly taken: Int32Array;
  /** Where the second thread counts. Shared. */
  readonly counts: Int32Array;
}

/** Asks a second thread to help with a count. Says nothing and never throws: the caller does itself what is not done. */
export type AskForHelp = (count: HelpedCount) => void;

const free = 0;
const mine = 1;
const helped = 2;
const done = 3;

/** Presences below which no second thread is asked: some ten milliseconds of counting. */
const presencesAlone = 1 << 20;
const rangesOfCount = 64;

/**
 * Counts into `counts` together with a second thread: both take range after range, one from the front and one from the back,
 * until none is left. What the other took and has not finished is counted here once more, so that nothing waits for a thread
 * that is slow, busy, dead or not there. Tells whether it did; not where there is too little to count, or no shared memory.
 */
export function countWithHelp(
  order: CountOrder,
  counts: Int32Array,
  help: AskForHelp,
  least = presencesAlone,
): boolean {
  return finished(countingWithHelp(order, counts, help, least));
}

/** As `countWithHelp`, with a step after each range. */
export function* countingWithHelp(
  order: CountOrder,
  counts: Int32Array,
  help: AskForHelp,
  least = presencesAlone,
): Steps<boolean> {
  const { sites, runs } = order.presences;
  if (sites.person.length < least || !isShared(sites.person) || !isShared(runs)) return false;
  const all = runRanges(order, rangesOfCount);
  const { classes } = order.groups;
  if (all.length < 2) return false;
  const helper = sharedColumn(counts.length);
  const taken = sharedColumn(all.length);
  help({
    order,
    ranges: all,
    taken,
    counts: helper,
  });
  const sheet = countSheet(order, counts);
  for (const [i, range] of all.entries()) {
    if (Atomics.compareExchange(taken, i, free, mine) === free) countRange(order, range, sheet);
    yield { done: i, total: all.length };
  }
  for (const [i, range] of all.entries()) {
    const state = Atomics.load(taken, i);
    if (state === helped) countRange(order, range, sheet);
    if (state === done) {
      const from = range.pair * classes;
      counts.set(helper.subarray(from, (all[i + 1]?.pair ?? Infinity) * classes), from);
    }
    yield { done: i, total: all.length };
  }
  return true;
}

/** The second thread's part: takes ranges from the last on until none is free. */
export function helpCounting({ order, ranges, taken, counts }: HelpedCount): void {
  const sheet = countSheet(order, counts);
  for (let i = taken.length - 1; i >= 0; i--) {
    if (Atomics.compareExchange(taken, i, free, helped) !== free) continue;
    const range = ranges[i];
    if (range) countRange(order, range, sheet);
    Atomics.store(taken, i, done);
  }
}
