import type { CountRule } from '../count-rule.ts';
import type { Traces } from '../traces.ts';

/** What membership inference is tried on. */
export interface MembershipInput {
  readonly traces: Traces;
  /** What a reader sees of each group, protected exactly as the candidate is. */
  readonly rule: CountRule;
  /** Whether a figure 0 under `rule` proves that nobody was in the group: no noise, and nothing rounded down to 0. */
  readonly zeroMeansNobody: boolean;
  /** Group by group 1 where few people are (rural zones); without it the quarter of the groups with the fewest persons. */
  readonly sparse?: Uint8Array;
  /** Person by person 1 for those who may be asked about; anybody unless given. */
  readonly among?: Uint8Array;
  /** Other people on the same groups from whom the attacker learns instead, as made by `synthesiseTraces`. */
  readonly reference?: Traces;
}

/** What is fixed by the policy and the candidate's digest. */
export interface MembershipOptions {
  readonly seed: string;
  /** Persons asked about, spread evenly over the strata; at least 50 for a judgement. */
  readonly targets: number;
  /**
   * Persons of each group that is published in the game. Drawn without repeats where they are at most half of the people on that
   * side, otherwise with repeats: some people then stand in for others like them.
   */
  readonly groupSize: number;
  /** Groups from which the attacker learns, each with and without the target; 60 in the reference. */
  readonly referenceGroups: number;
  /** Groups asked about, each with and without the target; 40 in the reference. */
  readonly testGroups: number;
  /** Shares of their groups in which the attacker knows the targets to be, each above 0 and at most 1; the first one leads. */
  readonly knownShares: readonly number[];
  /** `swap`: the target takes another person's place; `addRemove`: the target comes on top, as in the promise of differential privacy. */
  readonly game: 'swap' | 'addRemove';
  /** `independent` adds up the evidence of all groups; `joint` also learns which of them vary together and is usually the stronger one. */
  readonly statistic: 'independent' | 'joint';
}

/** Usual numbers of trials, as in Pyrgelis et al. 2018 and simulations after it, at any size of group. */
export const usualMembershipOptions = {
  targets: 60,
  referenceGroups: 60,
  testGroups: 40,
  knownShares: [1, 0.25, 0.1],
  game: 'swap',
  statistic: 'joint',
} as const satisfies Partial<MembershipOptions>;

/** A mean over targets with its 95 % interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Fewest persons asked about on whom a judgement rests. */
export const fewestTargets = 50;
