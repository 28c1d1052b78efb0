import type { Handler } from '../../shared/ipc/contract.ts';
import type { DraftStore } from './ports/draft-store.ts';

/** Deletes work in progress: it was discarded, or what came of it is released. */
export function draftDiscard(ports: { readonly drafts: DraftStore }): Handler<'draft.discard'> {
  return async ({ id }) => {
    await ports.drafts.discard(id);
    return {};
  };
}
