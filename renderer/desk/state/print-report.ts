import { failureOf } from './failure-of.ts';
import type { Desk } from './desk-state.ts';

/** Has main print the report on the open bundle, in the language of the desk, and tells where it went. */
export async function printReport({ get, set, services }: Desk): Promise<void> {
  const { bundle, settings, printing } = get();
  const handle = bundle?.handle;
  if (handle === undefined || printing) return;
  set({ printing: true, printedTo: undefined, printFailure: undefined });
  try {
    const { language } = settings;
    const printed = await services.main.call('bundle.print', { handle, language });
    if (get().bundle?.handle === handle) set({ printedTo: printed?.name });
  } catch (thrown) {
    if (get().bundle?.handle === handle) set({ printFailure: failureOf(thrown) });
  } finally {
    set({ printing: false });
  }
}
