import { failureOf } from './failure-of.ts';
import type { BundleSlice, Desk } from './desk-state.ts';

/** What is shown of a bundle that was just opened. */
const unseen = {
  bundleProduct: undefined,
  bundleBand: undefined,
  bundleLevel: 0,
  bundleBin: 'total',
  bundleZone: undefined,
  bundlePlaying: false,
} as const satisfies Partial<BundleSlice>;

/** The bundle being inspected. It needs no extract and touches none. */
export function createBundleSlice({ get, set, services }: Desk): BundleSlice {
  return {
    bundle: undefined,
    bundleOpening: false,
    bundleFailure: undefined,
    ...unseen,
    refuseDroppedBundle(name) {
      const message = `${name} is a bundle. Bundles are not opened by dropping them: choose it with "Open bundle…".`;
      set({ step: 'inspect', refusedStep: undefined });
      set({ bundleFailure: { code: 'bundle-dropped', message, detail: { name } } });
    },
    async chooseBundle() {
      if (get().bundleOpening) return;
      set({ bundleOpening: true, bundleFailure: undefined });
      try {
        const bundle = await services.main.call('bundle.choose', {});
        if (bundle !== undefined) get().showBundle(bundle);
      } catch (thrown) {
        set({ bundleFailure: failureOf(thrown) });
      } finally {
        set({ bundleOpening: false });
      }
    },
    showBundle(bundle) {
      get().forgetInspection();
      set({ bundle, bundleFailure: undefined, ...unseen });
      get().refreshTrust();
    },
    setBundleProduct: (bundleProduct) =>
      set({ bundleProduct, bundleBin: 'total', bundleBand: undefined, bundlePlaying: false }),
    setBundleBand: (bundleBand) => set({ bundleBand }),
    setBundleLevel: (bundleLevel) => set({ bundleLevel, bundleZone: undefined }),
    setBundleBin: (bundleBin) => set({ bundleBin }),
    selectBundleZone: (bundleZone) => set({ bundleZone }),
    setBundlePlaying: (bundlePlaying) => set({ bundlePlaying }),
  };
}
