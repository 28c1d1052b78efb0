import type { Policy } from '../policy/policy.ts';
import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { gateResult, type GateResult } from './gate.ts';

/** What was found in one table; absent where nobody looked. */
export interface WholeGroupsOfTable {
  readonly product: Product;
  readonly wholeGroups?:
    | {
        readonly found: number;
        readonly group?: string | undefined;
        readonly category?: string | undefined;
      }
    | undefined;
}

/**
 * No published part makes up its published whole, up to as many persons as the policy says. Not among the gates where the policy
 * sets no such rule. Under differential privacy no figure states such a fact.
 */
export function wholeGroupsHidden(
  { guarantee }: Pick<Recipe, 'guarantee'>,
  { wholeGroupSlack: slack }: Pick<Policy, 'wholeGroupSlack'>,
  tables: readonly WholeGroupsOfTable[],
): readonly GateResult[] {
  if (slack === null) return [];
  if (guarantee.kind === 'differentialPrivacy')
    return [gateResult('whole-groups', 'attested', true, { slack, found: 0 })];
  const found = tables.reduce((sum, { wholeGroups }) => sum + (wholeGroups?.found ?? 0), 0);
  const first = tables.find(({ wholeGroups }) => (wholeGroups?.found ?? 0) > 0);
  const { group, category } = first?.wholeGroups ?? {};
  const result = gateResult('whole-groups', 'attested', found === 0, {
    slack,
    found,
    ...(first && { product: first.product }),
    ...(group !== undefined && { group }),
    ...(category !== undefined && { category }),
  });
  const wasLookedAt = tables.every(({ wholeGroups }) => wholeGroups !== undefined);
  return [found === 0 && !wasLookedAt ? { ...result, outcome: 'notTested' } : result];
}
