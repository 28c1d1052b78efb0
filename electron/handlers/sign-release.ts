import { signBundle } from '../../shared/bundle/approvals.ts';
import { demoSigner, demoSignerId } from '../../shared/bundle/demo-key.ts';
import type { Role } from '../../shared/bundle/statement.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { ChosenKey } from './key-ring.ts';
import type { Keys, UnlockedKey } from './ports/keys.ts';
import { signerIdOf } from './signer-id.ts';

/** Whose key signs: the public demo key, or one the officer has chosen. */
export type SigningKey = { readonly kind: 'demo' } | ({ readonly kind: 'chosen' } & ChosenKey);

/** The roles in which one signer signs now: a solo policy lets the preparer approve as well. */
export function rolesFor(policy: Policy): readonly Role[] {
  return policy.solo && !policy.demo ? ['preparer', 'privacy-officer'] : ['preparer'];
}

/** The name that stands in the statements. */
export function signerIdFor(key: SigningKey): string {
  return key.kind === 'demo' ? demoSignerId : signerIdOf(key.info.label);
}

export interface Signing {
  readonly bytes: Uint8Array;
  readonly roles: readonly Role[];
  readonly claimedTime: string;
  readonly comment: string;
  /** Head of this workstation's audit log; none for a demonstration, which anybody can make again byte for byte. */
  readonly auditHead?: string;
}

/** `bytes` with one statement a role. The key is unlocked for these and locked again whatever happens. */
export async function signRelease(
  signing: Signing,
  key: SigningKey,
  passphrase: string,
  ports: { readonly keys: Keys; readonly crypto: Crypto },
): Promise<Uint8Array> {
  const unlocked = await unlock(key, passphrase, ports.keys);
  try {
    let { bytes } = signing;
    for (const role of signing.roles) {
      const { claimedTime, comment, auditHead } = signing;
      const anchor = auditHead === undefined ? {} : { auditHead };
      const request = { role, signer: signerIdFor(key), claimedTime, comment, ...anchor };
      // Each statement names the one before it, so they cannot be signed at once.
      // oxlint-disable-next-line no-await-in-loop
      bytes = await signBundle(bytes, request, unlocked, ports.crypto);
    }
    return bytes;
  } finally {
    unlocked.close();
  }
}

function unlock(key: SigningKey, passphrase: string, keys: Keys): Promise<UnlockedKey> {
  if (key.kind === 'demo') return Promise.resolve({ ...demoSigner, close: () => undefined });
  return keys.unlock(key.keyFile, passphrase);
}
