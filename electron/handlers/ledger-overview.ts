import type { Handler } from '../../shared/ipc/contract.ts';
import type { LedgerRelease } from '../../shared/ipc/ledger-overview.ts';
import {
  type LedgerEntry,
  type ReleaseEntry,
  releasesOf,
  withdrawalOf,
} from '../../shared/ledger/ledger-entry.ts';
import type { Ledger } from './ports/ledger.ts';

/** What this workstation released, demonstrations left out. Refuses as the ledger does. */
export function ledgerOverview({ ledger }: { readonly ledger: Ledger }): Handler<'ledger.overview'> {
  return async () => {
    const { entries } = await ledger.read('release');
    return { releases: releasesOf(entries).map((entry) => overviewOf(entry, entries)) };
  };
}

function overviewOf(entry: ReleaseEntry, entries: readonly LedgerEntry[]): LedgerRelease {
  const withdrawal = withdrawalOf(entries, entry.releaseDigest);
  return {
    sequence: entry.sequence,
    releaseId: entry.releaseId,
    releaseDigest: entry.releaseDigest,
    title: entry.title,
    releaseDate: entry.releaseDate,
    claimedTime: entry.claimedTime,
    period: entry.period,
    timeZone: entry.timeZone,
    products: entry.products,
    outcome: entry.outcome,
    policyId: entry.policyId,
    charge: entry.charge,
    ...(withdrawal && { withdrawn: withdrawal.reason }),
  };
}
