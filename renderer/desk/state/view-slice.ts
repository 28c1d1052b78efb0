import { failureOf } from './failure-of.ts';
import { newestOnly } from './newest-only.ts';
import type { VaultClient } from '../bridge/vault-client.ts';
import type { ViewRequest } from '../../../shared/ipc/view.ts';
import type { Desk, ViewSlice } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';

interface Wish {
  readonly request: ViewRequest;
  readonly vault: VaultClient;
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
function keyOf(request: ViewRequest): string {
  const { terms: _, title: __, releaseDate: ___, ...counted } = request.recipe;
  return JSON.stringify({ ...request, recipe: counted });
}

/** A selected bin or zone means nothing among other bins or zones: back to the total, and no zone. */
function carryOver({ get, set }: Desk): void {
  const { view, viewRecipe, bin, draft } = get();
  const { recipe } = draft.present;
  if (view === undefined || viewRecipe === undefined) return;
  const sameBins =
    viewRecipe.timeBin === recipe.timeBin &&
    JSON.stringify(viewRecipe.period) === JSON.stringify(recipe.period);
  if (!sameBins && bin !== 'total') set({ bin: 'total', playing: false });
  if (JSON.stringify(viewRecipe.zones) !== JSON.stringify(recipe.zones)) set({ selectedZone: undefined });
}

const place = ({ zones, timeZone }: ViewRequest['recipe']) => JSON.stringify([zones, timeZone]);

/** Shapes for a request: those at hand where zones did not change, else the vault's. */
async function shapesFor(
  { get }: Desk,
  client: VaultClient,
  { recipe }: ViewRequest,
): Promise<ViewSlice['shapes']> {
  const { viewRecipe: shown, shapes } = get();
  if (shown !== undefined && place(shown) === place(recipe)) return shapes;
  return client.call('zones', { zones: recipe.zones, timeZone: recipe.timeZone });
}

/** Both pictures and the figures beside them. */
export function createViewSlice(desk: Desk, open: OpenVault): ViewSlice {
  const { get, set, services } = desk;
  let asked: string | undefined;

  const ask = newestOnly<Wish>(async ({ request, vault: client, reading }) => {
    const current = () => get().understanding === reading;
    if (!current()) return;
    try {
      const shapes = await shapesFor(desk, client, request);
      if (!current()) return;
      const view = await client.call('view', request);
      if (!current()) return;
      const answered = { shapes, view, viewRecipe: request.recipe, viewBin: request.bin };
      set({ ...answered, viewFailure: undefined, stale: keyOf(request) !== asked });
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
      carryOver(desk);
      const { draft, bin, brush, selectedZone } = get();
      const request: ViewRequest = {
        recipe: draft.present.recipe,
        policy: draft.present.policy,
        bin,
        ...(brush === undefined ? {} : { brush }),
        ...(selectedZone === undefined ? {} : { zone: selectedZone }),
      };
      const key = keyOf(request);
      if (key === asked && get().view !== undefined) return;
      asked = key;
      set({ stale: true });
      ask({ request, vault: client, reading: understanding });
    },
  };
}
