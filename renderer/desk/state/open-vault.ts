import type { DeskVault } from '../bridge/desk-vault.ts';
import type { VaultKind } from './review-question.ts';

/** The vault of the review that is open, if one is; held beside the state because it cannot be copied. */
export interface OpenVault {
  client: DeskVault | undefined;
  /** The kind of vault that was asked for; none is what nobody asks for. */
  kind: VaultKind | undefined;
}
