import { failureOf } from './failure-of.ts';
import { typedFingerprint } from './typed-fingerprint.ts';
import type { Desk } from './desk-state.ts';
import type { TrustSlice } from './trust-state.ts';

/** Whom this machine believes. Main keeps it; the desk hands on what somebody typed. */
export function createTrustSlice(desk: Desk): TrustSlice {
  const { get, set, services } = desk;
  return {
    trust: undefined,
    trustFailure: undefined,
    toldFingerprint: '',
    takingIn: false,
    trustChange: undefined,
    verifiedAnew: false,
    takeInFailure: undefined,
    takingInState: false,
    takenState: undefined,
    takeInStateFailure: undefined,
    async loadTrust() {
      try {
        set({ trust: await services.main.call('trust.lists', {}), trustFailure: undefined });
      } catch (thrown) {
        set({ trustFailure: failureOf(thrown) });
      }
    },
    refreshTrust() {
      if (get().trust !== undefined) void get().loadTrust();
    },
    setToldFingerprint: (toldFingerprint) => set({ toldFingerprint }),
    async takeInList() {
      const typed = typedFingerprint(get().toldFingerprint);
      if (get().takingIn || (typed.kind !== 'empty' && typed.kind !== 'whole')) return;
      set({ takingIn: true, takeInFailure: undefined, trustChange: undefined, verifiedAnew: false });
      try {
        const request = typed.kind === 'whole' ? { fingerprint: typed.digits } : {};
        const trustChange = await services.main.call('trust.import', request);
        if (trustChange === undefined) return;
        set({ trustChange, toldFingerprint: '' });
        await verifyAnew(desk);
        await get().loadTrust();
      } catch (thrown) {
        set({ takeInFailure: failureOf(thrown) });
      } finally {
        set({ takingIn: false });
      }
    },
    async takeInState() {
      if (get().takingInState) return;
      set({ takingInState: true, takeInStateFailure: undefined, takenState: undefined, verifiedAnew: false });
      try {
        const takenState = await services.main.call('ledger.remember', {});
        if (takenState === undefined) return;
        set({ takenState });
        await verifyAnew(desk);
        await get().loadTrust();
      } catch (thrown) {
        set({ takeInStateFailure: failureOf(thrown) });
      } finally {
        set({ takingInState: false });
      }
    },
  };
}

/** Holds the open bundle against what is believed now. One without a digest does not hold, whoever is believed. */
async function verifyAnew({ get, set, services }: Desk): Promise<void> {
  const digest = get().bundle?.digest;
  if (digest === undefined) return;
  const isOpen = () => get().bundle?.digest === digest;
  try {
    const bundle = await services.main.call('bundle.again', { digest });
    if (!isOpen()) return;
    get().showBundle(bundle);
    set({ verifiedAnew: true });
  } catch (thrown) {
    if (isOpen()) set({ bundleFailure: failureOf(thrown) });
  }
}
