import { failureOf } from './failure-of.ts';
import { changeHistory, mapHistory } from './history.ts';
import { newestOnly } from './newest-only.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { ViewRequest } from '../../../shared/ipc/view.ts';
import type { Draft } from './differences.ts';
import type { Desk } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';
import type { CompareSlice, Kept } from './protection-state.ts';

interface Wish {
  readonly kept: Kept;
  readonly request: ViewRequest;
  readonly vault: DeskVault;
  readonly reading: unknown;
}

const keptOf = ({ recipe, policy, preset }: Draft): Kept => ({ recipe, policy, preset });

/** A second recipe beside the one that is tuned. It is part of what undo walks along, so that a switch can be undone. */
export function createCompareSlice({ get, set }: Desk, open: OpenVault): CompareSlice {
  const ask = newestOnly<Wish>(async ({ kept, request, vault, reading }) => {
    const current = () => get().understanding === reading && get().draft.present.kept === kept;
    if (!current()) return;
    try {
      const view = await vault.call('view', request);
      if (current()) set({ keptView: { kept, product: request.product, view }, compareFailure: undefined });
    } catch (thrown) {
      if (current()) set({ compareFailure: failureOf(thrown) });
    }
  });

  return {
    comparing: false,
    keptView: undefined,
    compareFailure: undefined,
    keepRecipe() {
      const kept = keptOf(get().draft.present);
      set({ draft: mapHistory(get().draft, (draft) => ({ ...draft, kept })) });
      get().refreshCompare();
    },
    forgetKept() {
      const draft = mapHistory<Draft>(get().draft, ({ recipe, policy, preset }) => ({
        recipe,
        policy,
        preset,
      }));
      set({ draft, comparing: false, keptView: undefined, compareFailure: undefined });
    },
    openCompare(comparing) {
      set({ comparing });
      get().refreshCompare();
    },
    switchRecipes() {
      const before = get().draft.present;
      if (before.kept === undefined) return;
      const after = { ...before.kept, kept: keptOf(before) };
      set({
        draft: changeHistory(get().draft, after, 'commit'),
        lastChange: { kind: 'change', before, after },
      });
      get().refreshCompare();
    },
    refreshCompare() {
      const { comparing, draft, product, understanding } = get();
      const { client } = open;
      const { kept } = draft.present;
      if (!comparing || kept === undefined || client === undefined || understanding === undefined) return;
      const { recipe, policy } = kept;
      const request: ViewRequest = { recipe, policy, product, bin: 'total' };
      ask({ kept, request, vault: client, reading: understanding });
    },
  };
}
