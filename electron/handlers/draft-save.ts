import type { Handler } from '../../shared/ipc/contract.ts';
import type { DraftStore } from './ports/draft-store.ts';

/** Keeps work in progress. */
export function draftSave(ports: { readonly drafts: DraftStore }): Handler<'draft.save'> {
  return ({ work, id }) => ports.drafts.save(work, id);
}
