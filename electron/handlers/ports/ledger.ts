import type { LedgerEntry, ReleaseToRecord } from '../../../shared/ledger/ledger-entry.ts';

/** Releases and demonstrations are recorded apart: trying the demo freezes nothing. */
export const chainNames = ['release', 'demo'] as const;
export type ChainName = (typeof chainNames)[number];

export interface LedgerState {
  /** Oldest first, every link checked. */
  readonly entries: readonly LedgerEntry[];
  /** Digest of the last entry. */
  readonly head: string;
}

/** A release that is about to be written. */
export interface Addition {
  /** The head that was read when the release was held against the ledger. */
  readonly head: string;
  readonly release: ReleaseToRecord;
  /** The signed bundle. */
  readonly bytes: Uint8Array;
}

/** This workstation's tamper-evident history of releases. */
export interface Ledger {
  /** Finishes what an interruption left, then reads. Refuses `ledger-broken`, `ledger-busy`, `ledger-unreadable`. */
  readonly read: (chain: ChainName) => Promise<LedgerState>;
  /** The bundle kept with an entry of the release chain. Refuses `ledger-bundle` when it is missing or another. */
  readonly kept: (entry: LedgerEntry) => Promise<Uint8Array>;
  /**
   * Notes what is about to happen, lets `write` write the bundle, then adds the entry. When `write` refuses because nothing could
   * be written, nothing is recorded; after any other failure the release counts as out. Refuses as `read`, and `ledger-moved`
   * when the head is another by now.
   */
  readonly record: (chain: ChainName, addition: Addition, write: () => Promise<void>) => Promise<void>;
}
