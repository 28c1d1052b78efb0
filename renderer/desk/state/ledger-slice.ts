import { failureOf } from './failure-of.ts';
import type { Failure } from '../../../shared/base/failure.ts';
import type { LedgerOverview } from '../../../shared/ipc/ledger-overview.ts';
import type { Desk } from './desk-state.ts';

/** What this workstation released before. */
export interface LedgerSlice {
  /** Absent until it was asked for, and where it could not be read. */
  readonly ledger: LedgerOverview | undefined;
  readonly ledgerFailure: Failure | undefined;
  readonly loadLedger: () => Promise<void>;
}

export function createLedgerSlice({ set, services }: Desk): LedgerSlice {
  return {
    ledger: undefined,
    ledgerFailure: undefined,
    async loadLedger() {
      try {
        set({ ledger: await services.main.call('ledger.overview', {}), ledgerFailure: undefined });
      } catch (thrown) {
        set({ ledger: undefined, ledgerFailure: failureOf(thrown) });
      }
    },
  };
}
