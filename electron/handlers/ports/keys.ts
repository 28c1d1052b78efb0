import type { Signer } from '../../../shared/ports/crypto.ts';

/** What is public of a key. */
export interface PublicKeyInfo {
  readonly label: string;
  readonly fingerprint: string;
  readonly publicKey: Uint8Array;
}

/** A key whose secret half is in memory of a process of its own until `close`. */
export interface UnlockedKey extends Signer {
  readonly close: () => void;
}

/** Key files, as bytes. The secret half never enters this process. */
export interface Keys {
  /** Refuses what is no key file. */
  readonly describe: (keyFile: Uint8Array) => PublicKeyInfo;
  /** Bytes of a new key file. Refuses a passphrase that is too short. */
  readonly create: (label: string, passphrase: string) => Promise<Uint8Array>;
  /** Refuses a wrong passphrase. */
  readonly unlock: (keyFile: Uint8Array, passphrase: string) => Promise<UnlockedKey>;
}
