import { failureOf } from './failure-of.ts';
import { binAt } from './bin-at.ts';
import { createCarryOver, zonesKey } from './carry-over.ts';
import { countedFor } from './counted-for.ts';
import { newestOnly } from './newest-only.ts';
import { bandCount, hasOtherEnd, hasTime } from './product-shape.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { View, ViewRequest } from '../../../shared/ipc/view.ts';
import type { Bin, Desk, DeskState, ViewSlice } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';

interface Wish {
  readonly request: ViewRequest;
  /** Instant to be shown in the request's own bins, seconds since 1970; the bin is known once they are. */
  readonly moment: number | undefined;
  readonly vault: DeskVault;
  /** Which reading of an extract the wish belongs to; answers for an older one are dropped. */
  readonly reading: unknown;
}

export const noView = {
  shapes: [],
  view: undefined,
  viewRecipe: undefined,
  viewBin: 'total',
  viewProduct: 'footfall',
  viewBand: undefined,
  viewFrom: undefined,
  stale: false,
  viewFailure: undefined,
  product: 'footfall',
  band: undefined,
  level: 0,
  bin: 'total',
  brush: undefined,
  selectedZone: undefined,
  playing: false,
} as const satisfies Partial<ViewSlice>;

/** What a view depends on: words about the release change no figure. */
function keyOf(request: ViewRequest, moment?: number): string {
  const { terms: _, title: __, releaseDate: ___, ...counted } = request.recipe;
  return JSON.stringify([{ ...request, recipe: counted }, moment]);
}

/** Shapes for a request: those at hand where zones did not change, else the vault's. */
async function shapesFor({ get }: Desk, { vault, request: { recipe } }: Wish): Promise<ViewSlice['shapes']> {
  const { viewRecipe: shown, shapes } = get();
  if (shown !== undefined && zonesKey(shown) === zonesKey(recipe)) return shapes;
  return vault.call('zones', { recipe });
}

/** The view that is wished for, at the bin that holds `moment` where one is given and the bins have it. */
async function viewAt(
  { vault, request, moment }: Wish,
  signal: AbortSignal,
): Promise<{ readonly view: View; readonly bin: Bin }> {
  const view = await vault.call('view', request, { signal });
  const bin = moment === undefined ? -1 : binAt(view.strip, moment);
  if (bin === -1) return { view, bin: request.bin };
  return { view: await vault.call('view', { ...request, bin }, { signal }), bin };
}

/** The request for what is to be shown; where `moment` decides the bin, for the whole period first. */
function wanted(state: DeskState, moment: number | undefined): ViewRequest {
  const { draft, product, bin, band, brush, selectedZone } = state;
  const { recipe, policy } = draft.present;
  return {
    recipe,
    policy,
    product,
    bin: moment === undefined && hasTime(product) ? bin : 'total',
    ...(band === undefined || band >= bandCount(product, recipe, recipe.period) ? {} : { band }),
    ...(brush === undefined ? {} : { brush }),
    ...(selectedZone === undefined ? {} : { zone: selectedZone }),
    ...(selectedZone === undefined || !hasOtherEnd(product) ? {} : { from: selectedZone }),
  };
}

/** Which request a view answers. */
function answering({ recipe, product, band, from }: ViewRequest): Partial<ViewSlice> {
  return { viewRecipe: recipe, viewProduct: product, viewBand: band, viewFrom: from };
}

/** Whether what is counted for a view is of no use for a newer one. */
const countsOther = (newer: Wish, older: Wish): boolean =>
  countedFor(newer.request) !== countedFor(older.request);

/**
 * What asks for a view whenever another one is wanted; late answers never take the place of newer ones. What is being
 * counted for an older one is called off, unless the newer one needs it too.
 */
function createRefresh(desk: Desk, open: OpenVault): ViewSlice['refreshView'] {
  const { get, set } = desk;
  const carryOver = createCarryOver(desk);
  let asked: string | undefined;

  const ask = newestOnly<Wish>(async (wish, signal) => {
    const { request, moment, reading } = wish;
    const current = () => get().understanding === reading;
    if (!current()) return;
    try {
      const [shapes, { view, bin }] = await Promise.all([shapesFor(desk, wish), viewAt(wish, signal)]);
      if (!current()) return;
      const newest = keyOf(request, moment) === asked;
      if (newest) asked = keyOf({ ...request, bin });
      const answered = { shapes, view, ...answering(request), viewBin: bin };
      set({ ...answered, viewFailure: undefined, stale: !newest, ...(newest ? { bin } : {}) });
    } catch (thrown) {
      if (!current() || signal.aborted) return;
      asked = undefined;
      set({ viewFailure: failureOf(thrown), stale: false });
    }
  }, countsOther);

  return (again = false) => {
    const { client } = open;
    const { understanding } = get();
    if (client === undefined || understanding === undefined || understanding.rowsKept === 0) return;
    const moment = carryOver();
    const request = wanted(get(), moment);
    const key = keyOf(request, moment);
    if (!again && key === asked && get().view !== undefined) return;
    asked = key;
    set({ stale: true });
    ask({ request, moment, vault: client, reading: understanding });
  };
}

/** Both pictures and the figures beside them. */
export function createViewSlice(desk: Desk, open: OpenVault): ViewSlice {
  const { get, set, services } = desk;
  return {
    ...noView,
    basemap: undefined,
    setProduct(product) {
      if (product === get().product) return;
      set({ product, band: undefined, brush: undefined, playing: false });
    },
    setBand: (band) => set({ band }),
    setLevel(level) {
      if (level !== get().level) set({ level, selectedZone: undefined });
    },
    setBin: (bin) => set({ bin }),
    setBrush: (brush) => set({ brush }),
    selectZone: (selectedZone) => set({ selectedZone }),
    setPlaying: (playing) => set({ playing }),
    setBasemap: (basemap) => set({ basemap }),
    async openBasemap() {
      try {
        const basemap = await services.main.call('basemap.open', {});
        if (basemap !== undefined) set({ basemap });
      } catch (thrown) {
        set({ viewFailure: failureOf(thrown) });
      }
    },
    clear: () => set({ brush: undefined, selectedZone: undefined, playing: false, refusedStep: undefined }),
    refreshView: createRefresh(desk, open),
  };
}
