import { decidedSo } from './decide-slice.ts';
import { failureOf } from './failure-of.ts';
import type { DecisionOutcome, PendingSigning } from '../../../shared/ipc/decision.ts';
import type { PendingSlice } from './decide-state.ts';
import type { Desk } from './desk-state.ts';

/** Statements that wait for their signature. They outlive the application: main keeps them. */
export function createPendingSlice(desk: Desk): PendingSlice {
  const { get, set, services } = desk;
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    set({ pendingFailure: undefined });
    try {
      await work();
    } catch (thrown) {
      set({ pendingFailure: failureOf(thrown) });
    } finally {
      set({ importing: undefined });
    }
  };
  const load = async (): Promise<void> => {
    const pending = await services.main.call('pending.list', {});
    const knownSigners = await services.main.call('signers.list', {});
    set({ pending, knownSigners });
  };
  return {
    pending: [],
    pendingFailure: undefined,
    written: undefined,
    importing: undefined,
    knownSigners: [],
    preparerPlace: 'here',
    preparerKey: '',
    setPreparerPlace: (preparerPlace) => set({ preparerPlace }),
    setPreparerKey: (preparerKey) => set({ preparerKey }),
    loadPending: () => guarded(load),
    sealElsewhere: () => sealElsewhere(desk),
    async noteWritten(signing) {
      set({ written: signing });
      await guarded(load);
    },
    async importSignature(id) {
      if (get().importing !== undefined) return;
      const signing = get().pending.find((one) => one.id === id);
      set({ importing: id });
      await guarded(async () => {
        const outcome = await services.main.call('pending.import', { id });
        if (outcome.kind === 'cancelled' || signing === undefined) return;
        await load();
        if (get().written?.id === id) set({ written: undefined });
        await shownSo(outcome, signing, desk);
      });
    },
    dropPending: (id) =>
      guarded(async () => {
        await services.main.call('pending.drop', { id });
        if (get().written?.id === id) set({ written: undefined });
        await load();
      }),
  };
}

/** Has main weigh and seal the release, show its first statement and write it. */
async function sealElsewhere({ get, set, services }: Desk): Promise<void> {
  if (get().sealing) return;
  get().changeRecipe({});
  const { draft, organisation, comment, preparerKey: fingerprint } = get();
  const { recipe, policy } = draft.settled;
  const release = { recipe, policy, organisation: organisation.trim(), comment, fingerprint };
  set({ sealing: true, sealGates: [], sealFailure: undefined });
  try {
    const outcome = await services.main.call('release.elsewhere', release);
    if (outcome.kind === 'refused') set({ sealGates: outcome.gates });
    if (outcome.kind === 'waiting') await get().noteWritten(outcome.signing);
  } catch (thrown) {
    set({ sealFailure: failureOf(thrown) });
  } finally {
    set({ sealing: false });
  }
}

/** A release that was prepared has its receipt; what was decided about a bundle is shown where it was decided. */
async function shownSo(outcome: DecisionOutcome, signing: PendingSigning, desk: Desk): Promise<void> {
  if (signing.decision !== 'prepare') return decidedSo(outcome, desk);
  if (outcome.kind === 'signed')
    desk.set({ receipt: outcome.receipt, step: 'export', refusedStep: undefined });
  return undefined;
}
