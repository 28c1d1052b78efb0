import type { Handler } from '../../shared/ipc/contract.ts';
import type { PendingStore } from './ports/pending-store.ts';

/** Gives up waiting: a signature that comes later does not count any more. */
export function pendingDrop(ports: { readonly pending: PendingStore }): Handler<'pending.drop'> {
  return async ({ id }) => {
    await ports.pending.drop(id);
    return {};
  };
}
