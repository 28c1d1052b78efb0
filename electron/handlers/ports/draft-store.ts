import type { KeptDrafts, KeptWork, Work } from '../../../shared/ipc/kept-work.ts';

/** Where work in progress outlives the application. */
export interface DraftStore {
  /** Everything that is kept. Never fails: what cannot be read is set aside under another name, and named. */
  readonly list: () => Promise<KeptDrafts>;
  /** Keeps work under `id`, or under a new one; it is on disk when this comes back. Refuses as files do. */
  readonly save: (work: Work, id?: string) => Promise<KeptWork>;
  readonly discard: (id: string) => Promise<void>;
}
