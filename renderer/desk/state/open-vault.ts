import type { VaultClient } from '../bridge/vault-client.ts';

/** The vault of the review that is open, if one is; held beside the state because it cannot be copied. */
export interface OpenVault {
  client: VaultClient | undefined;
}
