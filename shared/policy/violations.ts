import type { Recipe } from '../recipe/recipe.ts';
import type { Policy } from './policy.ts';

/** One rule a recipe breaks: the parameter, what it asks for and what the policy allows, each ready to print. */
export interface Violation {
  readonly rule: 'minimum-persons' | 'rounding-base' | 'time-bin' | 'h3-resolution' | 'age-breaks';
  readonly asked: string;
  readonly allowed: string;
}

/** Every rule of `policy` that `recipe` breaks, by how much; empty when it keeps them all. */
export function violations(recipe: Recipe, policy: Policy): readonly Violation[] {
  const found: Violation[] = [];
  const { minimumPersons, roundingBase, timeBin, zones, ageBreaks } = recipe;
  if (minimumPersons < policy.minimumPersons)
    found.push({
      rule: 'minimum-persons',
      asked: `${minimumPersons}`,
      allowed: `>= ${policy.minimumPersons}`,
    });
  if (roundingBase > minimumPersons)
    found.push({ rule: 'rounding-base', asked: `${roundingBase}`, allowed: `<= ${minimumPersons}` });
  if (!policy.timeBins.includes(timeBin))
    found.push({ rule: 'time-bin', asked: timeBin, allowed: policy.timeBins.join(', ') });
  if (zones.kind === 'h3' && zones.resolution > policy.maximumH3Resolution)
    found.push({
      rule: 'h3-resolution',
      asked: `${zones.resolution}`,
      allowed: `<= ${policy.maximumH3Resolution}`,
    });
  const first = ageBreaks[0];
  if (first !== undefined && first < policy.minimumAgeBreak)
    found.push({ rule: 'age-breaks', asked: `${first}`, allowed: `>= ${policy.minimumAgeBreak}` });
  return found;
}
