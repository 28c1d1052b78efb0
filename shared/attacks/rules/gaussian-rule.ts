import { roundToBase } from '../../protect/round.ts';
import type { CountRule } from '../count-rule.ts';

/** How a release with noise for each person shows its groups. */
export interface GaussianRuleOptions {
  /** Standard deviation of the noise in persons: one for all groups, or one a group. */
  readonly sigma: number | Float64Array;
  /** Fewest persons of a published figure after noise, or `undefined` where every figure is published. */
  readonly minimumPersons?: number;
  /** Figures are multiples of this, from 1. */
  readonly roundingBase: number;
  /** Group by group 1 where the candidate hides it whatever its count. */
  readonly hidden?: Uint8Array;
}

/**
 * Whole-valued Gaussian noise, then the threshold on the noisy figure, then rounding. The noise is a normal draw rounded to a whole
 * number, in floating point and from a seed: it imitates the exact sampler in front of an attacker and protects nobody, so it may be
 * fast. From a standard deviation of 1 on, the two differ by less than the attack can see. Fitting to totals is left out.
 */
export function gaussianRule({
  sigma,
  minimumPersons,
  roundingBase,
  hidden,
}: GaussianRuleOptions): CountRule {
  return (group, persons, random) => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
    const turn = Math.cos(2 * Math.PI * random.uniform());
    if (hidden?.[group] === 1) return Number.NaN;
    const deviation = typeof sigma === 'number' ? sigma : (sigma[group] ?? 0);
    const noisy = Math.round(persons + deviation * radius * turn);
    if (minimumPersons !== undefined && noisy < minimumPersons) return Number.NaN;
    return roundToBase(noisy, roundingBase);
  };
}
