import { keyFingerprint } from '../../shared/bundle/ssh-key.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { TrustStore } from './ports/trust-store.ts';

/** Whom the trust list knows, for choosing who signs with a key that is not here. */
export function signersList(ports: {
  readonly trust: TrustStore;
  readonly crypto: Crypto;
}): Handler<'signers.list'> {
  return async () => {
    const { signers } = await ports.trust.load();
    return signers.map(({ ids, person, roles, key }) => ({
      id: ids[0] ?? person,
      person,
      fingerprint: keyFingerprint(key, ports.crypto),
      roles: [...roles],
    }));
  };
}
