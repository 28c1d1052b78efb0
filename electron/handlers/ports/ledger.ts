import type { Checkpoint } from '../../../shared/checkpoint/checkpoint.ts';
import type {
  LedgerEntry,
  ReleaseEntry,
  ReleaseToRecord,
  WithdrawalEntry,
} from '../../../shared/ledger/ledger-entry.ts';

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
  /** The signed bundle, its checkpoint attached. */
  readonly bytes: Uint8Array;
}

/** A signed statement that a release no longer holds. */
export interface Withdrawal {
  readonly releaseDigest: string;
  readonly reason: WithdrawalEntry['reason'];
  /** The statement and its signature, as they would lie under `approvals/`. */
  readonly statement: Uint8Array;
  readonly signature: Uint8Array;
}

/** The name of this workstation's ledger, the key it signs checkpoints with, 32 bytes, and those it had before, hexadecimal. */
export interface LedgerIdentity {
  readonly origin: string;
  readonly publicKey: Uint8Array;
  readonly before: readonly string[];
}

/** This workstation's tamper-evident history of releases. */
export interface Ledger {
  /** Finishes what an interruption left, then reads. Refuses `ledger-broken`, `ledger-earlier`, `ledger-busy`, `ledger-unreadable`. */
  readonly read: (chain: ChainName) => Promise<LedgerState>;
  /** The bundle kept with an entry of the release chain. Refuses `ledger-bundle` when it is missing or another. */
  readonly kept: (entry: Pick<ReleaseEntry, 'bundle'>) => Promise<Uint8Array>;
  /**
   * Notes what is about to happen, lets `write` write the bundle, then adds the entry. When `write` refuses because nothing could
   * be written, nothing is recorded; after any other failure the release counts as out. Refuses as `read`, and `ledger-moved`
   * when the head is another by now.
   */
  readonly record: (chain: ChainName, addition: Addition, write: () => Promise<void>) => Promise<void>;
  /**
   * Keeps the statement and adds that the release was withdrawn. Refuses as `read`, `not-in-ledger` for a release that is not of this
   * workstation, and `already-withdrawn`.
   */
  readonly withdraw: (withdrawal: Withdrawal) => Promise<LedgerState>;
  /** Makes the key when it is asked for first. Refuses `ledger-key` where it is gone or unfit and there are entries. */
  readonly identity: () => Promise<LedgerIdentity>;
  /** A checkpoint as a signed note, by this ledger's key under its origin. Refuses as `identity`. */
  readonly signCheckpoint: (checkpoint: Omit<Checkpoint, 'origin'>) => Promise<Uint8Array>;
}
