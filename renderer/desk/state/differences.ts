import { presetFields } from './preset-fields.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

/** What undo restores: recipe, policy, and the preset the recipe started from. */
export interface Draft {
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly preset: string;
}

/** One thing that changed, called `recipe.field.<field>`: from and to as plain text, days as `YYYY-MM-DD`, a period as `FROM/TO`. */
export interface Difference {
  readonly field: keyof Recipe | 'policy' | 'preset';
  readonly from: string;
  readonly to: string;
}

const fields = [
  'zones',
  ...presetFields,
  'timeZone',
  'period',
  'releaseDate',
  'title',
  'terms',
] as const satisfies readonly (keyof Recipe)[];

function print(value: unknown): string {
  if (Array.isArray(value)) return value.join(' · ');
  if (typeof value === 'object' && value !== null) return printObject(value);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

function printObject(value: object): string {
  if ('resolution' in value) return `H3 ${String(value.resolution)}`;
  if ('kind' in value) return String(value.kind);
  if ('from' in value && 'to' in value) return `${String(value.from)}/${String(value.to)}`;
  return '';
}

/** Everything that differs between two drafts, in the order of the three stages. */
export function differences(before: Draft, after: Draft): readonly Difference[] {
  const found: Difference[] = [];
  if (before.preset !== after.preset) found.push({ field: 'preset', from: before.preset, to: after.preset });
  for (const field of fields) {
    const from = before.recipe[field];
    const to = after.recipe[field];
    if (JSON.stringify(from) !== JSON.stringify(to)) found.push({ field, from: print(from), to: print(to) });
  }
  if (before.policy.id !== after.policy.id)
    found.push({ field: 'policy', from: before.policy.title, to: after.policy.title });
  return found;
}
