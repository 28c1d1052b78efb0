import type { PendingSigning } from '../../../shared/ipc/decision.ts';
import type { Predecessor, WithdrawalEntry } from '../../../shared/ledger/ledger-entry.ts';

/** A sealed bundle that waits for its preparer's signature, and what the ledger said of it when it was sealed. */
export interface WaitingRelease {
  readonly bytes: Uint8Array;
  readonly head: string;
  readonly predecessors: readonly Predecessor[];
}

/** What is kept of a signing that waits for its signature. */
export interface KeptPending {
  readonly signing: PendingSigning;
  /** What is to be signed, byte for byte. */
  readonly statement: Uint8Array;
  /** Where the bundle lay that it is about; nothing for a release that is being prepared. */
  readonly bundlePath?: string;
  readonly reason?: WithdrawalEntry['reason'];
  readonly release?: WaitingRelease;
}

/** Signings that wait for their signature; they outlive the application. */
export interface PendingStore {
  /** In the order in which the statements were written. */
  readonly list: () => Promise<readonly PendingSigning[]>;
  /** Refuses `pending-gone`. */
  readonly get: (id: string) => Promise<KeptPending>;
  readonly keep: (pending: KeptPending) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
}
