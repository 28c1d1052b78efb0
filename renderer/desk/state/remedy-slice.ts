import { createRecipeWork } from './recipe-work.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { Desk } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';
import type { RemedySlice } from './remedy-state.ts';

const nothing = {
  soughtFor: undefined,
  remedies: new Map(),
  remedyFailure: undefined,
} as const satisfies Partial<RemedySlice>;

/** What would keep an attack within its limit, found by trying when somebody asks for it. */
export function createRemedySlice(desk: Desk, open: OpenVault): RemedySlice {
  const { get, set } = desk;
  const work = createRecipeWork(desk, open);

  return {
    ...nothing,
    seeking: { kind: 'none' },
    async seekRemedies(attack) {
      if (get().seeking.kind !== 'none') return;
      set({ soughtFor: attack, remedyFailure: undefined });
      await work.start({
        show: (seeking) => set({ seeking }),
        ask: (vault, { recipe, policy }, options) =>
          vault.call('remedies', { recipe, policy, attack }, options),
        take: (found) => set({ remedies: new Map([...get().remedies, [attack, found]]) }),
        wrong: (remedyFailure) => set({ remedyFailure }),
      });
    },
    cancelRemedies: work.callOff,
    useRemedy: ({ change }) => get().changeRecipe(change as Partial<Recipe>),
    refreshRemedies() {
      if (work.overtaken()) set(nothing);
    },
  };
}
