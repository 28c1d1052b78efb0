import type { VaultRequest } from '../ipc/vault-contract.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { CountedTable } from './counted-table.ts';
import { figuresOf } from './figures-of.ts';
import type { LoadedReview } from './loaded-review.ts';
import type { ProtectedTable } from './protected-table.ts';
import { hasCellKeys } from './recipe-keys.ts';
import { viewOf } from './view.ts';
import { withUnlisted } from './with-unlisted.ts';

/** The view of a product, protected where that is known already; what is not counted yet is counted at once. */
export function viewOfReview(
  { extract, counter, protector, tally }: LoadedReview,
  request: VaultRequest<'view'>,
): ReturnType<typeof viewOf> {
  const { recipe, policy, product } = request;
  const released = protector.known(product, recipe, policy);
  const { counted, told, noisy } = toldOf(released, recipe, () => counter.count(product, recipe));
  return viewOf(
    {
      extract,
      counted,
      whole: request.brush ? counter.count(product, recipe, true) : counted,
      fates: told?.fates,
      emptyHidden: told?.emptyHidden,
      noisy,
      figures: told?.figures ?? (hasCellKeys(recipe) ? figuresOf(counted.table, recipe) : undefined),
      tally: tally(recipe),
      presences: counter.presenceCount(recipe),
      eventsCounted: counter.eventsCounted(recipe),
    },
    request,
  );
}

/** What is counted and told of a table, `released` where it was protected: with noise, what is told is of the groups as they were counted. */
function toldOf(
  released: ProtectedTable | undefined,
  { guarantee }: Recipe,
  count: () => CountedTable,
): { counted: CountedTable; told?: ProtectedTable; noisy?: ProtectedTable } {
  if (released === undefined) return { counted: count() };
  if (guarantee.kind === 'classical') return { counted: released.counted, told: released };
  const counted = count();
  return { counted, told: withUnlisted(released, counted), noisy: released };
}
