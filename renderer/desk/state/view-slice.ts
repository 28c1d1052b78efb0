import { failureOf } from './failure-of.ts';
import { binAt } from './bin-at.ts';
import { newestOnly } from './newest-only.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { View, ViewRequest } from '../../../shared/ipc/view.ts';
import type { Bin, Desk, ViewSlice } from './desk-state.ts';
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
  stale: false,
  viewFailure: undefined,
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

/** A selected zone means nothing among other zones. Of a bin the instant stays: given back where bins change. */
function carryOver({ get, set }: Desk): number | undefined {
  const { view, viewRecipe, bin, draft } = get();
  const { recipe } = draft.present;
  if (view === undefined || viewRecipe === undefined) return undefined;
  const sameBins =
    viewRecipe.timeBin === recipe.timeBin &&
    JSON.stringify(viewRecipe.period) === JSON.stringify(recipe.period);
  if (JSON.stringify(viewRecipe.zones) !== JSON.stringify(recipe.zones)) set({ selectedZone: undefined });
  if (sameBins || bin === 'total') return undefined;
  set({ playing: false });
  return view.strip.starts[bin];
}

const place = ({ zones, timeZone }: ViewRequest['recipe']) => JSON.stringify([zones, timeZone]);

/** Shapes for a request: those at hand where zones did not change, else the vault's. */
async function shapesFor(
  { get }: Desk,
  client: DeskVault,
  { recipe }: ViewRequest,
): Promise<ViewSlice['shapes']> {
  const { viewRecipe: shown, shapes } = get();
  if (shown !== undefined && place(shown) === place(recipe)) return shapes;
  return client.call('zones', { zones: recipe.zones, timeZone: recipe.timeZone });
}

/** The view of a request, at the bin that holds `moment` where one is given and the bins have it. */
async function viewAt(
  client: DeskVault,
  request: ViewRequest,
  moment: number | undefined,
): Promise<{ readonly view: View; readonly bin: Bin }> {
  const view = await client.call('view', request);
  const bin = moment === undefined ? -1 : binAt(view.strip, moment);
  if (bin === -1) return { view, bin: request.bin };
  return { view: await client.call('view', { ...request, bin }), bin };
}

/** Both pictures and the figures beside them. */
export function createViewSlice(desk: Desk, open: OpenVault): ViewSlice {
  const { get, set, services } = desk;
  let asked: string | undefined;

  const ask = newestOnly<Wish>(async ({ request, moment, vault: client, reading }) => {
    const current = () => get().understanding === reading;
    if (!current()) return;
    try {
      const shapes = await shapesFor(desk, client, request);
      if (!current()) return;
      const { view, bin } = await viewAt(client, request, moment);
      if (!current()) return;
      const newest = keyOf(request, moment) === asked;
      if (newest) asked = keyOf({ ...request, bin });
      const answered = { shapes, view, viewRecipe: request.recipe, viewBin: bin };
      set({ ...answered, viewFailure: undefined, stale: !newest, ...(newest ? { bin } : {}) });
    } catch (thrown) {
      if (!current()) return;
      asked = undefined;
      set({ viewFailure: failureOf(thrown), stale: false });
    }
  });

  return {
    ...noView,
    basemap: undefined,
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
    refreshView() {
      const { client } = open;
      const { understanding } = get();
      if (client === undefined || understanding === undefined || understanding.rowsKept === 0) return;
      const moment = carryOver(desk);
      const { draft, bin, brush, selectedZone } = get();
      const request: ViewRequest = {
        recipe: draft.present.recipe,
        policy: draft.present.policy,
        bin: moment === undefined ? bin : 'total',
        ...(brush === undefined ? {} : { brush }),
        ...(selectedZone === undefined ? {} : { zone: selectedZone }),
      };
      const key = keyOf(request, moment);
      if (key === asked && get().view !== undefined) return;
      asked = key;
      set({ stale: true });
      ask({ request, moment, vault: client, reading: understanding });
    },
  };
}
