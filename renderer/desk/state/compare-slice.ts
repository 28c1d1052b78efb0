import { zonesKey } from './carry-over.ts';
import { createCatchUp } from './catch-up.ts';
import { failureOf } from './failure-of.ts';
import { changeHistory, mapHistory } from './history.ts';
import { newestOnly } from './newest-only.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { Product } from '../../../shared/products/product.ts';
import type { Draft } from './differences.ts';
import type { Desk } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';
import type { ComparedSide, CompareSlice, Kept } from './protection-state.ts';

interface Wish {
  readonly draft: Draft;
  readonly kept: Kept;
  readonly product: Product;
  readonly vault: DeskVault;
  readonly reading: unknown;
}

const keptOf = ({ recipe, policy, preset }: Draft): Kept => ({ recipe, policy, preset });

/** A second recipe beside the one that is tuned. It is part of what undo walks along, so that a switch can be undone. */
export function createCompareSlice(desk: Desk, open: OpenVault): CompareSlice {
  const { get, set } = desk;

  async function side({ vault, product }: Wish, kept: Kept): Promise<ComparedSide> {
    const { recipe, policy } = kept;
    const { viewRecipe, shapes: shown } = get();
    const atHand = viewRecipe !== undefined && zonesKey(viewRecipe) === zonesKey(recipe);
    const shapes = atHand ? shown : await vault.call('zones', { recipe });
    const view = await vault.call('view', { recipe, policy, product, bin: 'total' });
    return { ...kept, shapes, view };
  }

  const ask = newestOnly<Wish>(async (wish) => {
    const current = () => get().understanding === wish.reading && get().draft.present === wish.draft;
    if (!current()) return;
    try {
      const a = await side(wish, keptOf(wish.draft));
      const b = await side(wish, wish.kept);
      if (current()) set({ compared: { product: wish.product, a, b }, compareFailure: undefined });
    } catch (thrown) {
      if (current()) set({ compareFailure: failureOf(thrown) });
    }
  });

  return {
    comparing: false,
    compared: undefined,
    compareFailure: undefined,
    catchingUp: false,
    catchUp: createCatchUp(desk, open),
    keepRecipe() {
      const kept = keptOf(get().draft.present);
      set({ draft: mapHistory(get().draft, (draft) => ({ ...draft, kept })) });
    },
    forgetKept() {
      const draft = mapHistory<Draft>(get().draft, keptOf);
      set({ draft, comparing: false, compared: undefined, compareFailure: undefined });
    },
    openCompare: (comparing) => set({ comparing }),
    switchRecipes() {
      const before = get().draft.present;
      if (before.kept === undefined) return;
      const after = { ...before.kept, kept: keptOf(before) };
      const draft = changeHistory(get().draft, after, 'commit');
      set({ draft, lastChange: { kind: 'change', before, after } });
    },
    refreshCompare() {
      const { comparing, draft, product, understanding } = get();
      const { client: vault } = open;
      const { kept } = draft.present;
      if (!comparing || kept === undefined || vault === undefined || understanding === undefined) return;
      ask({ draft: draft.present, kept, product, vault, reading: understanding });
    },
  };
}
