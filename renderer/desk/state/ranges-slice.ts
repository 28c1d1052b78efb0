import { failureOf } from './failure-of.ts';
import { newestOnly } from './newest-only.ts';
import { hasTime } from './product-shape.ts';
import type { RangesRequest } from '../../../shared/ipc/protection.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { Desk, DeskState, RangesSlice } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';

interface Wish {
  readonly key: string;
  readonly request: RangesRequest;
  readonly vault: DeskVault;
  readonly signal: AbortSignal;
}

/** The shown bin; 0 where the product knows no time, `undefined` where a time would have to be chosen first. */
function shownBin({ viewProduct, viewBin }: DeskState): number | undefined {
  if (viewBin !== 'total') return viewBin;
  return hasTime(viewProduct) ? undefined : 0;
}

/** The zone at the time that is shown, once protection has run; `undefined` while there is nothing to ask. */
function wanted(state: DeskState): RangesRequest | undefined {
  const { view, viewRecipe: recipe, viewProduct: product, selectedZone: zone, draft } = state;
  const bin = shownBin(state);
  if (!state.rangesOpen || zone === undefined || recipe === undefined || bin === undefined) return undefined;
  if (view?.protection !== 'whole' || view.zoneProfile?.zone !== zone) return undefined;
  return { recipe, policy: draft.present.policy, product, zone, bin };
}

/** Ranges of hidden groups, asked for when somebody looks; a wish that is overtaken is called off. */
export function createRangesSlice({ get, set }: Desk, open: OpenVault): RangesSlice {
  let asked: string | undefined;
  let running = new AbortController();

  const ask = newestOnly<Wish>(async ({ key, request, vault, signal }) => {
    const current = () => asked === key && !signal.aborted;
    if (!current()) return;
    try {
      const ranges = await vault.call('ranges', request, { signal });
      if (current()) set({ ranges });
    } catch (thrown) {
      if (!current()) return;
      asked = undefined;
      set({ rangesFailure: failureOf(thrown) });
    }
  });

  return {
    rangesOpen: false,
    ranges: undefined,
    rangesFailure: undefined,
    openRanges: (rangesOpen) => set({ rangesOpen }),
    refreshRanges() {
      const request = open.client === undefined ? undefined : wanted(get());
      const key = request && JSON.stringify(request);
      if (key === asked) return;
      asked = key;
      running.abort();
      running = new AbortController();
      if (get().ranges !== undefined || get().rangesFailure !== undefined)
        set({ ranges: undefined, rangesFailure: undefined });
      if (request === undefined || key === undefined || open.client === undefined) return;
      ask({ key, request, vault: open.client, signal: running.signal });
    },
  };
}
