import type { Estimate, MembershipOptions } from './options.ts';

/** How well the attacker did with one share of knowledge. All rates lie between 0 and 1. */
export interface KnowledgeResult {
  readonly knownShare: number;
  /** Area under the curve, mean over targets; 0.5 is guessing. */
  readonly auc: Estimate;
  /** Mean area of the tenth of the targets that are told best. */
  readonly worstTenthAuc: number;
  /** Balanced accuracy with the threshold that was best for the groups learned from. */
  readonly accuracy: Estimate;
  /** Balanced accuracy of an attacker who also saw earlier groups of the same people: threshold set on half of the games, tried on the other. */
  readonly calibratedAccuracy: Estimate;
  /** True positives at 1 % false positives. */
  readonly truePositives: Estimate;
  /** Share of the games without the target in which a shown 0 proved it. */
  readonly contradicted: number;
  /** Targets by their area under the curve, in 20 equal parts of 0 to 1. */
  readonly aucHistogram: readonly number[];
}

/** Targets of one stratum, with the first share of knowledge. */
export interface StratumResult {
  readonly activity: 'low' | 'middle' | 'high';
  readonly sparsity: 'busy' | 'sparse';
  /** Persons of the stratum in the whole population. */
  readonly persons: number;
  readonly targets: number;
  /** Mean area under the curve of its targets, absent where there is none. */
  readonly auc: number | undefined;
}

/** What membership inference found. Nothing in it is about a single person. */
export interface TestedMembership {
  readonly outcome: 'tested';
  readonly parameters: Omit<MembershipOptions, 'knownShares' | 'targets'>;
  /** Persons asked about, and all persons. */
  readonly targets: number;
  readonly persons: number;
  /** Whether people were drawn with repeats because a group is larger than half of its side. */
  readonly withRepeats: boolean;
  /** One for each share of `knownShares`, in that order. */
  readonly knowledge: readonly KnowledgeResult[];
  readonly strata: readonly StratumResult[];
  /** The same attacker on groups in which a stranger takes the target's place: must lie about 0.5. */
  readonly nullControl: { readonly auc: Estimate; readonly worstTenthAuc: number };
  /** Share of the targets' figures that are hidden in the games. */
  readonly hiddenShare: number;
}

/** Why it was not tried: fewer than 50 persons could be asked about, too few people besides, or nonsense in the options. */
export interface UntestedMembership {
  readonly outcome: 'notTested';
  readonly reason: 'too-few-persons' | 'too-few-trials';
}

export type MembershipResult = TestedMembership | UntestedMembership;
