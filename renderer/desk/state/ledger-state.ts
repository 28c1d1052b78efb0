import type { Failure } from '../../../shared/base/failure.ts';
import type { LedgerOverview } from '../../../shared/ipc/ledger-overview.ts';

/** What this workstation released before. */
export interface LedgerSlice {
  /** Absent until it was asked for, and where it could not be read. */
  readonly ledger: LedgerOverview | undefined;
  readonly ledgerFailure: Failure | undefined;
  readonly loadLedger: () => Promise<void>;
}
