import type { ProtectionReport } from '../../../shared/ipc/protection.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { DeskState } from './desk-state.ts';

/** What protection depends on: words about the release change no figure. */
export function protectionKey({
  recipe,
  policy,
}: {
  readonly recipe: Recipe;
  readonly policy: Policy;
}): string {
  const { terms: _, title: __, releaseDate: ___, ...counted } = recipe;
  return JSON.stringify([counted, policy]);
}

/** What protection made of the recipe that is shown; absent until it is worked out. */
export function reportOf({
  draft,
  reports,
}: Pick<DeskState, 'draft' | 'reports'>): ProtectionReport | undefined {
  return reports.get(protectionKey(draft.present));
}
