import type { LedgerOverview } from '../../../shared/ipc/ledger-overview.ts';
import { datedCharges } from '../../../shared/ledger/earlier-releases.ts';
import type { DatedSpent } from '../../../shared/ledger/budget-year.ts';
import type { Policy } from '../../../shared/policy/policy.ts';

/** What earlier releases spent, as it counts for a release by `policy`: a demonstration is held against none. */
export function chargesOf(
  { releases }: LedgerOverview,
  { demo }: Pick<Policy, 'demo'>,
): readonly DatedSpent[] {
  return demo ? [] : datedCharges(releases);
}
