import type { TrustList } from '../../../shared/bundle/trust-list.ts';
import type { Trust, TrustedSigner } from '../../../shared/bundle/trust.ts';

/** A key made on this machine and the name it signs under. */
export interface OwnKey {
  readonly signerId: string;
  readonly person: string;
  readonly publicKey: Uint8Array;
}

/** Whom this machine knows: its trust list, and the keys made on it. */
export interface TrustStore {
  /** Refuses a trust list that cannot be read. */
  readonly load: () => Promise<Trust>;
  readonly remember: (key: OwnKey) => Promise<void>;
}

/** A publisher's list that was taken in. */
export interface ImportedList {
  readonly origin: string;
  readonly version: number;
  /** Of its root keys, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** The first of its publisher, a newer one, or the one that was held already. */
  readonly change: 'first' | 'newer' | 'same';
}

/** Signers known without a signed list: of `trust.json`, and those whose keys were made here. */
export interface SimpleTrust {
  readonly listed: readonly TrustedSigner[];
  readonly own: readonly TrustedSigner[];
}

/** A trust store that keeps publishers' signed lists. */
export interface ListStore extends TrustStore {
  /** Publishers' lists that were taken in, the newest of each. */
  readonly lists: () => Promise<readonly TrustList[]>;
  /** Refuses as `load`. */
  readonly simple: () => Promise<SimpleTrust>;
  /**
   * Takes in a publisher's list. The first of a publisher needs `fingerprint`, which a person was told by letter or voice and
   * typed, never one shown beside the file. `now` is UTC, `YYYY-MM-DDTHH:MM:SSZ`. Refuses as `acceptTrustList` and `writeAtomic`.
   */
  readonly importList: (
    file: Uint8Array,
    fingerprint: string | undefined,
    now: string,
  ) => Promise<ImportedList>;
}
