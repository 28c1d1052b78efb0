import type { Failure } from '../../../shared/base/failure.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';

/** What is being tried at the moment. */
export interface AttackRun {
  /** Attacks of this run, in the order in which they are tried. */
  readonly wanted: readonly AttackName[];
  /** The one that is under way; absent while the release is protected for it. */
  readonly attack: AttackName | undefined;
  /** Part of it that is done, 0 to 1; absent while nothing is known. */
  readonly done: number | undefined;
  /** Seconds until it is done, estimated; absent while nothing is known. */
  readonly secondsLeft: number | undefined;
}

export type Attacking =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'running' } & AttackRun)
  | ({ readonly kind: 'cancelling' } & AttackRun);

export interface AttackSlice {
  readonly attacking: Attacking;
  /** What attacks on recipes came to, by `protectionKey`; the newest last. */
  readonly attackReports: ReadonlyMap<string, readonly AttackReport[]>;
  /** The last report of each attack there was, of whatever recipe: shown dimmed where the shown recipe has none. */
  readonly lastAttackReports: readonly AttackReport[];
  /** Attacks of the last run that gave no result. */
  readonly unansweredAttacks: readonly AttackName[];
  /** Why they could not be tried; kept until somebody has read it. */
  readonly attackFailure: Failure | undefined;
  /** The card that is open. */
  readonly openAttack: AttackName | undefined;
  /** Tries attacks on the shown recipe, all of them unless some are named; those that were tried on it are left out. */
  readonly runAttacks: (wanted?: readonly AttackName[]) => Promise<void>;
  readonly cancelAttacks: () => void;
  readonly dismissAttackFailure: () => void;
  readonly showAttack: (attack: AttackName | undefined) => void;
  /** Ends a run the recipe has overtaken, and forgets what belonged to another extract. */
  readonly refreshAttacks: () => void;
}
