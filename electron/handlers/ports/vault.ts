import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { VaultRequest, VaultResponse } from '../../../shared/ipc/vault-contract.ts';
import type { EngineChoice, EngineQuestion } from '../../../shared/policy/engine-choice.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { EarlierTaker } from '../hand-over-earlier.ts';

/** What a review is opened with: the files chosen so far, and what the policy says of engines. */
export interface ReviewQuestion extends EngineQuestion {
  readonly policy: Pick<Policy, 'nativeEngine' | 'spill'>;
}

/** The process that holds raw rows. At most one lives at a time. */
export interface Vault extends EarlierTaker {
  /**
   * Destroys the vault there is, if any, and starts a fresh one, of the kind the files and the policy ask for, whose port goes to the desk.
   * Refuses `native-forbidden` and `native-missing` for files that only the native engine reads; what was open is gone all the same in the
   * second case.
   */
  readonly open: (question: ReviewQuestion) => Promise<EngineChoice>;
  /** A page of the lines an extract rejected. */
  readonly rejects: (request: VaultRequest<'rejects'>) => Promise<VaultResponse<'rejects'>>;
  /** Destroys it, which wipes what was read. UTC time to the second at which it was gone. */
  readonly close: () => Promise<string>;
  /**
   * As all calls refuses with `vault-gone` when there is none or when it ends meanwhile. Refuses `native-forbidden` and `spill-forbidden` when
   * the extract is held in a way the policy forbids.
   */
  readonly candidate: (request: VaultRequest<'candidate'>) => Promise<VaultResponse<'candidate'>>;
  /**
   * Opens the window in which an identifier is looked up, joined to the vault by a port of its own; one at a time, and it ends
   * with the vault. Refuses with `vault-gone` when there is none.
   */
  readonly lookUp: (recipe: Recipe) => Promise<void>;
}
