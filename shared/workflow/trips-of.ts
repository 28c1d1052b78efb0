import { Refusal } from '../base/failure.ts';
import type { Policy } from '../policy/policy.ts';
import { totalAlong } from '../products/indexed-table.ts';
import { concentrationOf, type ConcentrationRule } from '../protect/concentration.ts';
import { roundToBase } from '../protect/round.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ProtectedTable } from './protected-table.ts';

/**
 * The trips of a protected table as they are released, -1 for none; undefined where the table does not tell them. A group's trips
 * are published where its persons are and both rules of the policy hold. Unlike persons, trips add up exactly: over ages
 * and genders, and from zones to their parents. So they are told in one layer, where no figure is the sum of others: the finest
 * zones, all ages and genders together where there are such totals. Refuses a policy that does not tell its rules
 * (`trips-without-rules`).
 */
export function tripsOf(
  { counted, fates }: Pick<ProtectedTable, 'counted' | 'fates'>,
  { roundingBase }: Pick<Recipe, 'roundingBase'>,
  policy: Pick<Policy, 'concentration'>,
): Int32Array | undefined {
  const { trips } = counted.table;
  if (!trips) return undefined;
  const rules = rulesOf(policy);
  const isTold = inOneLayer(counted);
  return Int32Array.from(trips.total, (total, i) => {
    if (fates[i] !== 0 || !isTold(i)) return -1;
    const largest = [trips.first[i] ?? 0, trips.second[i] ?? 0];
    const isUnsafe = rules.some((rule) => concentrationOf({ largest, total }, rule).unsafe);
    return isUnsafe ? -1 : roundToBase(total, roundingBase);
  });
}

/** Whether a group is in the layer that tells trips. */
function inOneLayer({ table, placed }: ProtectedTable['counted']): (group: number) => boolean {
  const finest = placed.levels[0]?.size ?? 0;
  const totals = (['age', 'gender'] as const)
    .map((name) => ({ column: table.part[name], total: totalAlong(table, name) }))
    .filter(({ total }) => total !== -1);
  const zone = table.part.zone;
  return (group) =>
    (zone?.[group] ?? finest) < finest && totals.every(({ column, total }) => column?.[group] === total);
}

function rulesOf({ concentration }: Pick<Policy, 'concentration'>): readonly ConcentrationRule[] {
  if (concentration === 'withheld')
    throw new Refusal(
      'trips-without-rules',
      'The policy withholds its rules on concentration, as policies from bundles do, so no trips can be told: open the policy of the organisation itself, or leave trips out.',
    );
  return [
    { kind: 'percent', p: concentration.percent },
    { kind: 'dominance', n: 1, k: concentration.dominanceOne },
  ];
}
