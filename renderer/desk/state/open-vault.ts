import type { DeskVault } from '../bridge/desk-vault.ts';

/** The vault of the review that is open, if one is; held beside the state because it cannot be copied. */
export interface OpenVault {
  client: DeskVault | undefined;
}
