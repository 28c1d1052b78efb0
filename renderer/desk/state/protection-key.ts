import type { ProtectionReport } from '../../../shared/ipc/protection.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { DeskState } from './desk-state.ts';
import type { ProtectionSlice } from './protection-state.ts';

const mostReports = 12;

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

/** Reports with one more, as the newest; the oldest of too many go. */
export function withReport(
  reports: ProtectionSlice['reports'],
  key: string,
  report: ProtectionReport,
): ProtectionSlice['reports'] {
  const others = [...reports].filter(([known]) => known !== key);
  return new Map([...others, [key, report] as const].slice(-mostReports));
}
