import type { BelievedList } from '../../../../shared/ipc/trust-overview.ts';

/** Days before its end from which a list is told to end. */
const warnedDays = 30;

/** Whether a list ends soon or has ended, so that somebody must be told. */
export function isEnding({ daysLeft }: Pick<BelievedList, 'daysLeft'>): boolean {
  return daysLeft <= warnedDays;
}

/** The lists that end soon or have ended; of all publishers, or of the one whose ledger `origin` is. The first to end comes first. */
export function endingLists(
  lists: readonly BelievedList[],
  origin: string | undefined,
): readonly BelievedList[] {
  return lists
    .filter((list) => isEnding(list) && (origin === undefined || list.origin === origin))
    .toSorted((a, b) => a.daysLeft - b.daysLeft);
}
