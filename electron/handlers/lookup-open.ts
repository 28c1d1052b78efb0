import type { Handler } from '../../shared/ipc/contract.ts';
import type { Journal } from './ports/journal.ts';
import type { Vault } from './ports/vault.ts';

/** Records that a look-up window was opened; who is looked up in it is known to nobody here. */
export function lookUpOpen(ports: {
  readonly vault: Vault;
  readonly journal: Journal;
}): Handler<'lookup.open'> {
  return async ({ recipe }) => {
    await ports.vault.lookUp(recipe);
    await ports.journal.record('lookup.opened');
    return {};
  };
}
