/** How the figures of a release were hidden or changed, as it says itself. */
export interface RecoveryRule {
  /** Published only if distinct persons >= this number. */
  readonly minimumPersons: number;
  /** 1: not rounded. */
  readonly roundingBase: number;
  /** Whether noise was added to the figures. */
  readonly isNoisy: boolean;
  /** Whether a reader can tell "nobody" (0) from "hidden"; else both are `NaN`. */
  readonly isZeroShown: boolean;
}

/** What an attacker reads in a release who wants to follow persons through it: persons by time bin and zone. */
export interface RecoveryRelease {
  /** Whole local days, one after the other, each of `binsPerDay` bins and beginning at 00:00. */
  readonly days: number;
  readonly binsPerDay: number;
  /** How many bins at the beginning of each day are night (00 to 06 local): 1 to `binsPerDay` - 1. */
  readonly nightBins: number;
  readonly zones: number;
  /** Figure of zone z in bin t at `t * zones + z`; `NaN` where hidden. */
  readonly figures: Float64Array;
  /** East and north of each zone's centre in turn, metres on a plane. */
  readonly centres: Float64Array;
  /** How many persons the figures are about; the attacker knows it. */
  readonly persons: number;
  /** Whether each person is counted in exactly one zone in every bin; else bins count only those who were seen. */
  readonly isEveryoneSeen: boolean;
  readonly rule: RecoveryRule;
}

/** How many bins the release has. */
export function binsOf({ days, binsPerDay }: Pick<RecoveryRelease, 'days' | 'binsPerDay'>): number {
  return days * binsPerDay;
}
