import type { Handler } from '../../shared/ipc/contract.ts';
import type { PendingStore } from './ports/pending-store.ts';

/** Every statement that waits for its signature. */
export function pendingList(ports: { readonly pending: PendingStore }): Handler<'pending.list'> {
  return async () => [...(await ports.pending.list())];
}
