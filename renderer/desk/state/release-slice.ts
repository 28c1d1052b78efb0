import { withoutAttack } from './attack-reports.ts';
import { failureOf } from './failure-of.ts';
import type { Desk, ReleaseSlice } from './desk-state.ts';

/** Everything between the review page and the receipt. The key itself never comes here. */
export function createReleaseSlice({ get, set, services }: Desk): ReleaseSlice {
  const key = async (ask: () => Promise<ReleaseSlice['key']>) => {
    set({ sealFailure: undefined });
    try {
      const chosen = await ask();
      if (chosen !== undefined) set({ key: chosen });
    } catch (thrown) {
      set({ sealFailure: failureOf(thrown) });
    }
  };

  return {
    organisation: '',
    comment: '',
    key: undefined,
    keyLabel: '',
    signAttempted: false,
    sealing: false,
    sealGates: [],
    sealFailure: undefined,
    receipt: undefined,
    now: services.now,
    setOrganisation: (organisation) => set({ organisation }),
    setComment: (comment) => set({ comment }),
    setKeyLabel: (keyLabel) => set({ keyLabel }),
    chooseKey: () => key(() => services.main.call('key.choose', {})),
    createKey: () => key(() => services.main.call('key.create', { label: get().keyLabel.trim() })),
    noteSignAttempt: () => set({ signAttempted: true }),
    async seal() {
      if (get().sealing) return;
      get().changeRecipe({});
      const { draft, organisation, comment, key: signer } = get();
      set({ sealing: true, sealGates: [], sealFailure: undefined });
      try {
        const outcome = await services.main.call('release.seal', {
          recipe: draft.settled.recipe,
          policy: draft.settled.policy,
          organisation: organisation.trim(),
          comment,
          ...(signer === undefined ? {} : { keyHandle: signer.handle }),
        });
        if (outcome.kind === 'refused') set({ sealGates: outcome.gates });
        if (outcome.kind === 'exported') {
          set({ sealGates: outcome.gates, receipt: outcome.receipt, step: 'export', refusedStep: undefined });
          // What went out is an earlier release from now on.
          if (!draft.settled.policy.demo) set(withoutAttack(get(), 'subtraction'));
        }
      } catch (thrown) {
        set({ sealFailure: failureOf(thrown) });
      } finally {
        set({ sealing: false });
      }
    },
    async reveal() {
      try {
        await services.main.call('bundle.reveal', {});
      } catch (thrown) {
        set({ sealFailure: failureOf(thrown) });
      }
    },
  };
}
