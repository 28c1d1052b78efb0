import type { Handler } from '../../shared/ipc/contract.ts';
import type { Journal } from './ports/journal.ts';
import type { Vault } from './ports/vault.ts';

/** Starts a review, and records which engine holds its raw rows and why. */
export function reviewOpen(ports: {
  readonly vault: Vault;
  readonly journal: Journal;
}): Handler<'review.open'> {
  return async (question) => {
    const choice = await ports.vault.open(question);
    await ports.journal.record('review.opened', { ...choice });
    return choice;
  };
}
