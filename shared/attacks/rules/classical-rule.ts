import { isPublished } from '../../protect/is-published.ts';
import { roundToBase } from '../../protect/round.ts';
import type { CountRule } from '../count-rule.ts';

/** How a classical release shows its groups. */
export interface ClassicalRuleOptions {
  /** Fewest distinct persons of a published group, from 1. */
  readonly minimumPersons: number;
  /** Figures are multiples of this, from 1. */
  readonly roundingBase: number;
  /** Group by group 1 where the candidate hides it whatever its count (secondary suppression, masked places, blanked bins). */
  readonly hidden?: Uint8Array;
  /** Whether an empty group is shown as 0; otherwise it has the symbol of a hidden one. */
  readonly showsZero?: boolean;
}

/**
 * Threshold on the persons, then rounding. Which groups are hidden to protect others is taken from the candidate and stays the
 * same for every reference group: finding it anew for each would take minutes, and readers know the candidate's own pattern.
 */
export function classicalRule({
  minimumPersons,
  roundingBase,
  hidden,
  showsZero,
}: ClassicalRuleOptions): CountRule {
  return (group, persons) => {
    if (hidden?.[group] === 1) return Number.NaN;
    if (persons === 0 && showsZero === true) return 0;
    return isPublished(persons, minimumPersons) ? roundToBase(persons, roundingBase) : Number.NaN;
  };
}
