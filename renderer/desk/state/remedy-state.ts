import type { Failure } from '../../../shared/base/failure.ts';
import type { Remedy } from '../../../shared/ipc/remedies.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import type { Work } from './work.ts';

/** Changes of the shown recipe that keep an attack within its limit; gone when another recipe is shown. */
export interface RemedySlice {
  readonly seeking: Work;
  /** The attack they are sought for, or were last. */
  readonly soughtFor: AttackName | undefined;
  /** What was found by attack; none where nothing that was tried helps. */
  readonly remedies: ReadonlyMap<AttackName, readonly Remedy[]>;
  /** Why they could not be sought for `soughtFor`; kept until it is tried again. */
  readonly remedyFailure: Failure | undefined;
  readonly seekRemedies: (attack: AttackName) => Promise<void>;
  readonly cancelRemedies: () => void;
  /** Takes a change over into the recipe; undo takes it back. */
  readonly useRemedy: (remedy: Remedy) => void;
  /** Forgets what belonged to another recipe or extract. */
  readonly refreshRemedies: () => void;
}
