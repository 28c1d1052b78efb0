import { Refusal } from '../../shared/base/failure.ts';
import type { KeyInfo } from '../../shared/ipc/contract.ts';
import type { PublicKeyInfo } from './ports/keys.ts';

/** A key the officer has chosen: its file as it was read, still locked. */
export interface ChosenKey {
  readonly info: PublicKeyInfo;
  readonly keyFile: Uint8Array;
}

/** The keys chosen since the start. The desk holds handles; they mean nothing elsewhere. */
export interface KeyRing {
  readonly add: (key: ChosenKey) => KeyInfo;
  /** Refuses with `no-key-chosen`. */
  readonly get: (handle: string | undefined) => ChosenKey;
}

export function createKeyRing(): KeyRing {
  const keys = new Map<string, ChosenKey>();
  return {
    add: (key) => {
      const handle = `key-${keys.size + 1}`;
      keys.set(handle, key);
      return { handle, label: key.info.label, fingerprint: key.info.fingerprint };
    },
    get: (handle) => {
      const key = handle === undefined ? undefined : keys.get(handle);
      if (key === undefined)
        throw new Refusal('no-key-chosen', 'No signing key is chosen. Choose or create one first.');
      return key;
    },
  };
}
