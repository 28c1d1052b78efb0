import { failureOf } from './failure-of.ts';
import type { Desk } from './desk-state.ts';
import type { LedgerSlice } from './ledger-state.ts';

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
