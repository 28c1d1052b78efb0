import { failureOf } from './failure-of.ts';
import { protectionKey, withReport } from './protection-key.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { Desk, DeskState } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';
import type { Kept } from './protection-state.ts';

/** The kept recipe where it is looked at, nothing else is being protected, and it lacks a report or a view that knows it. */
function lacking({ comparing, compared, draft, product, protecting, reports }: DeskState): Kept | undefined {
  const { kept } = draft.present;
  if (!comparing || kept === undefined || compared === undefined) return undefined;
  if (compared.b.recipe !== kept.recipe || compared.product !== product) return undefined;
  if (['waiting', 'running', 'cancelling'].includes(protecting.kind)) return undefined;
  const isShown = kept.recipe.products.includes(product);
  const isWhole = reports.has(protectionKey(kept)) && (!isShown || compared.b.view.protection === 'whole');
  return isWhole ? undefined : kept;
}

/**
 * Has the recipe that was put aside protected too, once while it is looked at, after the one that is tuned. Called off when
 * nobody looks any more or something else is to be protected.
 */
export function createCatchUp({ get, set }: Desk, open: OpenVault): () => void {
  const tried = new Set<string>();
  let running: { readonly key: string; readonly abort: AbortController } | undefined;

  const stop = () => {
    running?.abort.abort();
    running = undefined;
    if (get().catchingUp) set({ catchingUp: false });
  };

  async function run(vault: DeskVault, { recipe, policy }: Kept, key: string): Promise<void> {
    const own = { key, abort: new AbortController() };
    const reading = get().understanding;
    const current = () => running === own && get().understanding === reading;
    running = own;
    set({ catchingUp: true, compareFailure: undefined });
    try {
      const report = await vault.call('protect', { recipe, policy }, { signal: own.abort.signal });
      if (!current()) return;
      tried.add(key);
      running = undefined;
      set({ catchingUp: false, reports: withReport(get().reports, key, report) });
    } catch (thrown) {
      if (!current()) return;
      tried.add(key);
      running = undefined;
      set({ catchingUp: false, compareFailure: failureOf(thrown) });
    }
  }

  return () => {
    if (!get().comparing) tried.clear();
    const kept = lacking(get());
    const key = kept && protectionKey(kept);
    if (running !== undefined && running.key !== key) stop();
    if (kept === undefined || key === undefined || running !== undefined || tried.has(key)) return;
    if (open.client !== undefined) void run(open.client, kept, key);
  };
}
