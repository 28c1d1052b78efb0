import type { Policy } from '../policy/policy.ts';
import type { ProtectionRule } from '../protect/secondary/protection-rule.ts';
import type { Release } from '../protect/secondary/release.ts';
import { isPublished } from '../protect/is-published.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { CountedTable } from './counted-table.ts';

/** The counted tables of a recipe as stage 3 protects them together. */
export function releaseOf(recipe: Recipe, counted: readonly CountedTable[]): Release {
  const { presence, timeBin, frequencyBreaks, minimumPersons } = recipe;
  const [first] = counted;
  const days = first ? first.lastDay - first.firstDay + 1 : 1;
  const lows = [1, ...frequencyBreaks];
  return {
    tables: counted.map(({ table }) => ({
      table,
      underMinimum: Uint8Array.from(table.contributors, (count) =>
        isPublished(count, minimumPersons) ? 0 : 1,
      ),
    })),
    presence,
    timeBin,
    daysOfBands: lows.map((low, i) => ({ low, high: (lows[i + 1] ?? days + 1) - 1 })),
    levels: first ? first.placed.levels.slice(1).map(({ zoneOfFinest }) => zoneOfFinest) : [],
  };
}

/** What readers a recipe and a policy protect against. */
export function ruleOf({ minimumPersons, roundingBase, zeroGroups }: Recipe, policy: Policy): ProtectionRule {
  return {
    minimumPersons,
    roundingBase,
    zeroGroups,
    highAtLeast: minimumPersons,
    narrowestRange: policy.narrowestRange,
    rule: true,
    contributor: true,
  };
}
