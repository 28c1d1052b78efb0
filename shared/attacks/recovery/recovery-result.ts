import type { Baselines } from './baselines.ts';
import type { Movement } from './movement.ts';
import type { Reading } from './reading.ts';
import type { RecoveredPath } from './score-traces.ts';
import type { Uplift } from './uplift.ts';

/** Which way of reading the figures and of moving persons did best for the attacker. */
export interface RecoveryVariant extends Reading {
  readonly movement: Movement;
}

/** Share of bins in which the attack and each baseline are right, 0 to 1: always all five. */
export interface RecoveryRates extends Baselines<number> {
  readonly attack: number;
  readonly variant: RecoveryVariant;
}

/** What was tried. Persons are those of the truth, bins those of the release. */
export interface RecoverySize {
  readonly persons: number;
  readonly bins: number;
  /** How many persons were followed from day to day. */
  readonly followed: number;
  /** How many persons were looked for. */
  readonly targets: number;
  /** How many more were drawn and never seen at night. */
  readonly withoutNight: number;
  /** Bins in which targets were seen, and those of them outside their night zones; over all targets. */
  readonly scoredBins: number;
  readonly awayBins: number;
  /** Ways of reading times models of movement. */
  readonly variants: number;
}

/** The attack ran. The best variant is chosen for each rate by itself, so that both err on the side of the attacker. */
export interface RecoveryScored {
  readonly kind: 'scored';
  readonly size: RecoverySize;
  readonly allHours: RecoveryRates;
  readonly awayHours: RecoveryRates;
  /** On away hours over the best of the four baselines. */
  readonly uplift: Uplift & { readonly over: keyof Baselines<number> };
  /** The path recovered best, of all targets and picks; only where the data are generated and it was asked for. */
  readonly replay: RecoveredPath | undefined;
}

/** No two targets were seen both at night and elsewhere: nothing can be said. */
export interface RecoveryUnscored {
  readonly kind: 'nothingToScore';
  readonly size: RecoverySize;
}

/** What the attack found. */
export type RecoveryResult = RecoveryScored | RecoveryUnscored;
