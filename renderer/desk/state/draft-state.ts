import type { Failure } from '../../../shared/base/failure.ts';
import type { KeptWork } from '../../../shared/ipc/kept-work.ts';

/** Work in progress: what main keeps of it, and what is taken up again. */
export interface DraftSlice {
  /** Everything that is kept, newest first; the work that is open is among it once it was saved. */
  readonly keptDrafts: readonly KeptWork[];
  /** Names of kept files that could not be read and were set aside. */
  readonly draftsSetAside: readonly string[];
  /** Work that is taken up again and waits until its extract was read. */
  readonly continuing: KeptWork | undefined;
  /** Under which name the open work is kept, once it is. */
  readonly draftId: string | undefined;
  readonly draftFailure: Failure | undefined;
  /** Takes kept work up again: the demo opens at once, files must be opened again. */
  readonly continueDraft: (id: string) => Promise<void>;
  /** Leaves kept work alone after all. */
  readonly stopContinuing: () => void;
  /** From now on the open extract's work is kept under this name. */
  readonly adoptDraft: (id: string) => void;
  readonly discardDraft: (id: string) => Promise<void>;
  /** Has what changed kept, within a second. */
  readonly keepDraft: () => void;
  /** What came of the open work is released: it is kept no longer. */
  readonly draftReleased: () => Promise<void>;
}
