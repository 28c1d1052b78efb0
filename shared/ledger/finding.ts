import type { Product } from '../products/product.ts';

/**
 * What stands against a release. `subtraction`: two figures differ by few persons; `combination`: several do, added and taken away;
 * `figure-changed`: a group has another figure than before; `newly-shown`: a group that was hidden has a figure; `disagreement`:
 * a part is larger than its whole; `zones-changed`: another zone map of the same area; `rules-changed`: persons are counted by
 * other rules; `guarantees-mixed`: exact and noisy figures of one period; `budget-exceeded`: the noise of all together
 * no longer suffices.
 */
export const findingCodes = [
  'guarantees-mixed',
  'budget-exceeded',
  'zones-changed',
  'rules-changed',
  'figure-changed',
  'newly-shown',
  'disagreement',
  'subtraction',
  'combination',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What a group is, in the words of its table; a dimension it is not broken down by is absent. */
export interface GroupName {
  readonly zone: string;
  /** Where a flow ends, or the home. */
  readonly other?: string;
  /** Seconds since 1970 UTC. */
  readonly start?: number;
  readonly band?: string;
  readonly age?: string;
  readonly gender?: string;
}

/** A dimension by which two groups differ: what is exposed lies in one and not in the other. */
export type Differing = 'zone' | 'other' | 'time' | 'band' | 'age' | 'gender' | 'population';

/** A released figure: `release` is the id of an earlier release, absent for the candidate. */
export interface NamedFigure {
  readonly release?: string;
  readonly group: GroupName;
  readonly persons: number;
}

/** One thing found, from released figures alone. The earlier release is absent for what lies within the candidate. */
export interface Finding {
  readonly code: FindingCode;
  readonly product?: Product;
  readonly earlier?: string;
  readonly larger?: NamedFigure;
  readonly smaller?: NamedFigure;
  /** Along which dimensions the larger group reaches further. */
  readonly differsBy?: readonly Differing[];
}
