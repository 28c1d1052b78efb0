import type { MainClient } from '../bridge/main-client.ts';
import type { VaultClient } from '../bridge/vault-client.ts';

/** What the slices reach the rest of the application through; tests hand in their own. */
export interface Services {
  readonly main: MainClient;
  /** Starts a fresh vault and gives its client; the one before is destroyed. */
  readonly openVault: () => Promise<VaultClient>;
  /** Zone of the machine's clock, as a first proposal. */
  readonly timeZone: string;
}
