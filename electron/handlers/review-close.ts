import type { Handler } from '../../shared/ipc/contract.ts';
import type { Journal } from './ports/journal.ts';
import type { Vault } from './ports/vault.ts';

/** Ends the vault's process, which is the wipe, and records when it was gone. */
export function reviewClose(ports: {
  readonly vault: Vault;
  readonly journal: Journal;
}): Handler<'review.close'> {
  return async () => {
    const wipedAt = await ports.vault.close();
    await ports.journal.record('review.wiped', { wipedAt });
    return { wipedAt };
  };
}
