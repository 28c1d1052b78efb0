import type { Trust } from '../../../shared/bundle/trust.ts';

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
