import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { TFunction } from 'i18next';
import type { Policy } from '../../../shared/policy/policy.ts';

/** The title of a policy: of a built-in one in the language of `t`, of an organisation's as the organisation wrote it. */
export function policyTitle(t: TFunction, { id, title }: Policy): string {
  const known = Object.values(builtInPolicies).find((policy) => policy.id === id && policy.title === title);
  return known === undefined ? title : t(`recipe.policy.name.${known.id}`);
}
