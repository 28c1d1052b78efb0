import { createBundleAttacks } from './bundle-attacks.ts';
import { chooseEarlier } from './choose-earlier.ts';
import { failureOf } from './failure-of.ts';
import { printReport } from './print-report.ts';
import type { Desk } from './desk-state.ts';
import type { InspectSlice } from './inspect-state.ts';

const unattacked = {
  bundleAttacking: { kind: 'none' },
  bundleAttacks: undefined,
  bundleAttackFailure: undefined,
} as const satisfies Partial<InspectSlice>;

const uncompared = {
  earlierFailure: undefined,
  bundleComparison: undefined,
  bundleComparing: false,
} as const satisfies Partial<InspectSlice>;

const untouched = {
  ...unattacked,
  bundlePart: 'checks',
  readersPolicy: undefined,
  judgedRules: undefined,
  judgeFailure: undefined,
  openBundleAttack: undefined,
  earlierBundle: undefined,
  earlierOpening: false,
  ...uncompared,
  printing: false,
  printedTo: undefined,
  printFailure: undefined,
} as const satisfies Partial<InspectSlice>;

/** A reader's own policy, attacks and earlier bundle, each held against the bundle that is open. */
export function createInspectSlice(desk: Desk): InspectSlice {
  const { get, set, services } = desk;
  const attacks = createBundleAttacks(desk);

  /** Results belong to a policy and an earlier bundle; with another one they are asked for anew. */
  function changeGround(change: Partial<InspectSlice>): void {
    attacks.stop();
    set({ ...unattacked, ...change });
  }

  return {
    ...untouched,
    showBundlePart(bundlePart) {
      set({ bundlePart });
      const { bundle, readersPolicy } = get();
      const own = bundle?.contents?.policy;
      if (bundlePart === 'policy' && readersPolicy === undefined && own !== undefined)
        void get().holdAgainst(own);
    },
    async holdAgainst(policy) {
      const handle = get().bundle?.handle;
      if (handle === undefined) return;
      changeGround({ readersPolicy: policy, judgedRules: undefined, judgeFailure: undefined });
      const isWanted = () => get().bundle?.handle === handle && get().readersPolicy === policy;
      try {
        const judgedRules = await services.main.call('bundle.judge', { handle, policy });
        if (isWanted()) set({ judgedRules });
      } catch (thrown) {
        if (isWanted()) set({ judgeFailure: failureOf(thrown) });
      }
    },
    async openReadersPolicy() {
      try {
        const policy = await services.main.call('policy.open', {});
        if (policy !== undefined) await get().holdAgainst(policy);
      } catch (thrown) {
        set({ judgeFailure: failureOf(thrown) });
      }
    },
    runBundleAttacks: attacks.run,
    stopBundleAttacks: attacks.callOff,
    heardBundleAttack: attacks.hear,
    showBundleAttack: (openBundleAttack) => set({ openBundleAttack }),
    chooseEarlier: () =>
      chooseEarlier(desk, (earlierBundle) => changeGround({ ...uncompared, earlierBundle })),
    dropEarlier: () => changeGround({ ...uncompared, earlierBundle: undefined }),
    printReport: () => printReport(desk),
    forgetInspection() {
      attacks.stop();
      set(untouched);
    },
  };
}
