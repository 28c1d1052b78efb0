import type { AttackName } from '../../../shared/policy/attack-limits.ts';

/** How far a long call is that belongs to the recipe it was begun on. */
export interface WorkRun {
  /** Attack that is under way; absent while a release is protected for it. */
  readonly attack: AttackName | undefined;
  /** Part of it that is done, 0 to 1; absent while nothing is known. */
  readonly done: number | undefined;
  /** Seconds until it is done, estimated; absent while nothing is known. */
  readonly secondsLeft: number | undefined;
}

export type Work =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'running' } & WorkRun)
  | ({ readonly kind: 'cancelling' } & WorkRun);
