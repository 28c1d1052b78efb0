import type { Handler } from '../../shared/ipc/contract.ts';
import type { Journal } from './ports/journal.ts';
import type { Vault } from './ports/vault.ts';

export function reviewOpen(ports: {
  readonly vault: Vault;
  readonly journal: Journal;
}): Handler<'review.open'> {
  return async () => {
    await ports.vault.open();
    await ports.journal.record('review.opened');
    return {};
  };
}
