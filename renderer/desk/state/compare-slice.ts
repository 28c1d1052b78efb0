import { zonesKey } from './carry-over.ts';
import { createCatchUp } from './catch-up.ts';
import { countedFor } from './counted-for.ts';
import { failureOf } from './failure-of.ts';
import { changeHistory, mapHistory } from './history.ts';
import { newestOnly } from './newest-only.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { ViewRequest } from '../../../shared/ipc/view.ts';
import type { Product } from '../../../shared/products/product.ts';
import type { Draft } from './differences.ts';
import type { Desk, DeskState } from './desk-state.ts';
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

/** What one side of a pair is asked for with. */
const requestOf = ({ product }: Wish, { recipe, policy }: Kept): ViewRequest => ({
  recipe,
  policy,
  product,
  bin: 'total',
});

/** Whether what is counted for a view is of use for either side of a pair. */
function countsFor(wish: Wish, request: ViewRequest): boolean {
  const sides = [keptOf(wish.draft), wish.kept].map((kept) => requestOf(wish, kept));
  return sides.some((side) => countedFor(side) === countedFor(request));
}

/** The pair that is looked at; `undefined` while nobody looks or there is none. */
function wantedPair(
  { comparing, draft, product, understanding }: DeskState,
  open: OpenVault,
): Wish | undefined {
  const { client: vault } = open;
  const { kept } = draft.present;
  if (!comparing || kept === undefined || vault === undefined || understanding === undefined)
    return undefined;
  return { draft: draft.present, kept, product, vault, reading: understanding };
}

/** What asks for both sides of the newest pair. A count that neither side of it needs is called off, as is any once nobody looks. */
function createRefresh({ get, set }: Desk, open: OpenVault): CompareSlice['refreshCompare'] {
  let underWay: { readonly request: ViewRequest; readonly abort: AbortController } | undefined;

  async function side(wish: Wish, kept: Kept): Promise<ComparedSide> {
    const { recipe } = kept;
    const { viewRecipe, shapes: shown } = get();
    const own = { request: requestOf(wish, kept), abort: new AbortController() };
    const { signal } = own.abort;
    underWay = own;
    const atHand = viewRecipe !== undefined && zonesKey(viewRecipe) === zonesKey(recipe);
    const shapes = atHand ? shown : await wish.vault.call('zones', { recipe });
    signal.throwIfAborted();
    const view = await wish.vault.call('view', own.request, { signal });
    signal.throwIfAborted();
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
      const isCalledOff = underWay?.abort.signal.aborted === true;
      if (current() && !isCalledOff) set({ compareFailure: failureOf(thrown) });
    } finally {
      underWay = undefined;
    }
  });

  return () => {
    const wish = wantedPair(get(), open);
    const isOfUse = wish !== undefined && underWay !== undefined && countsFor(wish, underWay.request);
    if (!isOfUse) underWay?.abort.abort();
    if (wish !== undefined) ask(wish);
  };
}

/** A second recipe beside the one that is tuned. It is part of what undo walks along, so that a switch can be undone. */
export function createCompareSlice(desk: Desk, open: OpenVault): CompareSlice {
  const { get, set } = desk;
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
    refreshCompare: createRefresh(desk, open),
  };
}
