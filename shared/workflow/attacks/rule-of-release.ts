import type { CountRule } from '../../attacks/count-rule.ts';
import { cellKeyRule } from '../../attacks/rules/cell-key-rule.ts';
import { classicalRule } from '../../attacks/rules/classical-rule.ts';
import { gaussianRule } from '../../attacks/rules/gaussian-rule.ts';
import { rulesInRanges } from '../../attacks/rules/rules-in-ranges.ts';
import { noiseTable } from '../../protect/cell-key/noise-table.ts';
import type { TableNoise } from '../../protect/differential-privacy/noise-plan.ts';
import { approximate } from '../../protect/differential-privacy/budget.ts';
import { noiseParametersOf } from '../../protect/cell-key/noisy-counts.ts';
import type { IndexedTable } from '../../products/indexed-table.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import { planOf } from '../noisy-tables.ts';
import type { ProtectedTable } from '../protected-table.ts';
import type { Protected } from '../protector.ts';

/**
 * What readers see of the count of any group of a release, table after table: its threshold, noise and rounding. What the release
 * hides to protect other groups stays hidden whatever the count; finding that anew for each reference group would take minutes.
 */
export function ruleOfRelease(recipe: Recipe, { tables }: Protected): CountRule {
  const { guarantee } = recipe;
  if (guarantee.kind === 'classical')
    return rulesInRanges(
      tables.map((table) => ({ groups: table.fates.length, rule: classical(recipe, table) })),
    );
  const plan = planOf(
    recipe,
    tables.map(({ counted }) => counted),
  );
  return rulesInRanges(
    tables.map(({ counted: { table } }) => {
      const noise = plan.tables.get(table.product);
      if (!noise) throw new Error(`the plan has no noise for ${table.product}`);
      const { minimumPersons, roundingBase } = recipe;
      const rule = gaussianRule({ sigma: sigmas(table, noise), minimumPersons, roundingBase });
      return { groups: table.at.length, rule };
    }),
  );
}

function classical(recipe: Recipe, { fates }: ProtectedTable): CountRule {
  const { minimumPersons, roundingBase, zeroGroups, guarantee } = recipe;
  const hidden = fates.map((fate) => (fate === 2 ? 1 : 0));
  const options = { minimumPersons, roundingBase, hidden, showsZero: zeroGroups === 'shown' };
  const noise = guarantee.kind === 'classical' ? guarantee.cellKeyNoise : null;
  return noise === null ? classicalRule(options) : cellKeyRule(noiseTable(noiseParametersOf(noise)), options);
}

/** Standard deviation by group: a total sums as many noisy figures as it has parts. */
function sigmas({ at, dimensions }: IndexedTable, noise: TableNoise): Float64Array {
  const one = approximate(
    noise.kind === 'everyGroup' ? noise.variance : (noise.groupVariance ?? noise.keyVariance),
  );
  return at.map((place) => {
    let parts = 1;
    let rest = place;
    for (const { size, hasTotal } of dimensions.toReversed()) {
      if (hasTotal && rest % size === size - 1) parts *= size - 1;
      rest = Math.floor(rest / size);
    }
    return Math.sqrt(one * parts);
  });
}
