import { failureOf } from './failure-of.ts';
import type { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import type { Desk } from './desk-state.ts';

/** Has another bundle chosen and, once it was `taken`, has main work out what differs between the open one and it. */
export async function chooseEarlier(desk: Desk, taken: (bundle: InspectedBundle) => void): Promise<void> {
  const { get, set, services } = desk;
  if (get().earlierOpening) return;
  const handle = get().bundle?.handle;
  set({ earlierOpening: true, earlierFailure: undefined });
  try {
    const earlier = await services.main.call('bundle.choose', {});
    if (earlier === undefined || get().bundle?.handle !== handle) return;
    taken(earlier);
    void compareWithEarlier(desk);
  } catch (thrown) {
    set({ earlierFailure: failureOf(thrown) });
  } finally {
    set({ earlierOpening: false });
  }
}

async function compareWithEarlier({ get, set, services }: Desk): Promise<void> {
  const [handle, earlier] = [get().bundle?.handle, get().earlierBundle?.handle];
  if (handle === undefined || earlier === undefined) return;
  const isWanted = () => get().bundle?.handle === handle && get().earlierBundle?.handle === earlier;
  set({ bundleComparing: true });
  try {
    const bundleComparison = await services.main.call('bundle.compare', { handle, earlier });
    if (isWanted()) set({ bundleComparison });
  } catch (thrown) {
    if (isWanted()) set({ earlierFailure: failureOf(thrown) });
  } finally {
    if (isWanted()) set({ bundleComparing: false });
  }
}
