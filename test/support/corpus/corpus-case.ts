import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import type { AttackMaterial } from '../../../shared/workflow/attacks/attack-material.ts';

/** What is wrong with a release of the corpus. */
export const leakKinds = [
  'small-groups',
  'blanks-in-margins',
  'blanks-in-hierarchies',
  'blanks-in-linked-tables',
  'blanks-of-one-person',
  'nested-ages',
  'nested-zones',
  'across-products',
  'zone-maps',
  'earlier-release',
  're-issue',
  'sums',
  'whole-groups',
  'sensitive-places',
  'membership',
  'recovery',
  'reconstruction',
  'budget',
  'combination',
] as const;
export type LeakKind = (typeof leakKinds)[number];

/** A release that leaks in a known way, or one that does not. */
export interface CorpusCase {
  readonly name: string;
  readonly kind: LeakKind | 'clean';
  /** Attacks that must find it; none for a clean release. */
  readonly findable: readonly AttackName[];
  /** Whether two figures alone give it away. */
  readonly isPair: boolean;
  readonly make: () => Promise<AttackMaterial>;
  /** The same with all of its protection, where the leak is that a step was undone. */
  readonly unplanted?: () => Promise<AttackMaterial | undefined>;
}
