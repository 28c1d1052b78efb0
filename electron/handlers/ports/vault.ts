import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { VaultRequest, VaultResponse } from '../../../shared/ipc/vault-contract.ts';
import type { EarlierTaker } from '../hand-over-earlier.ts';

/** The process that holds raw rows. At most one lives at a time. */
export interface Vault extends EarlierTaker {
  /** Destroys the vault there is, if any, and starts a fresh one whose port goes to the desk. */
  readonly open: () => Promise<void>;
  /** Destroys it, which wipes what was read. UTC time to the second at which it was gone. */
  readonly close: () => Promise<string>;
  /** As all calls refuses with `vault-gone` when there is none or when it ends meanwhile. */
  readonly candidate: (request: VaultRequest<'candidate'>) => Promise<VaultResponse<'candidate'>>;
  /**
   * Opens the window in which an identifier is looked up, joined to the vault by a port of its own; one at a time, and it ends
   * with the vault. Refuses with `vault-gone` when there is none.
   */
  readonly lookUp: (recipe: Recipe) => Promise<void>;
}
