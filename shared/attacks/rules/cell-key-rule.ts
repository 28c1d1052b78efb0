import type { NoiseTable } from '../../protect/cell-key/noise-table.ts';
import { noiseAt, noiseIntervals } from '../../protect/cell-key/perturb.ts';
import { roundToBase } from '../../protect/round.ts';
import type { CountRule } from '../count-rule.ts';
import { classicalRule, type ClassicalRuleOptions } from './classical-rule.ts';

/**
 * A classical release with cell-key noise: threshold on the persons, then noise, then rounding, and no published figure below the
 * rounding base. The key of a group is drawn afresh for each reference group: every set of persons has a key of its own, so keys
 * of different sets tell a reader nothing about each other.
 */
export function cellKeyRule(table: NoiseTable, options: ClassicalRuleOptions): CountRule {
  const intervals = noiseIntervals(table);
  const { roundingBase } = options;
  const shown = classicalRule({ ...options, roundingBase: 1 });
  return (group, persons, random) => {
    const key = random.bits();
    const count = shown(group, persons, random);
    if (Number.isNaN(count) || count === 0) return count;
    return Math.max(roundingBase, roundToBase(count + noiseAt(intervals, count, key), roundingBase));
  };
}
