import { failureOf } from './failure-of.ts';
import { protectionKey, withReport } from './protection-key.ts';
import type { Progress } from '../../../shared/ipc/vault-contract.ts';
import type { Desk } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';
import type { ProtectionSlice } from './protection-state.ts';

/** How long nothing may change before protection is worked out, milliseconds. */
const calm = 500;

const nothing = {
  protecting: { kind: 'none' },
  reports: new Map(),
  lastReport: undefined,
  protectionFailure: undefined,
} as const satisfies Partial<ProtectionSlice>;

interface Runner {
  /** Ends the work under way without a word; what it still says is not heard. */
  readonly stop: () => void;
  /** Asks the vault to end the work under way, which then says that it was called off. */
  readonly callOff: () => void;
  readonly run: () => Promise<void>;
}

/** Has the vault work one recipe out at a time; of work that was overtaken nothing is heard any more. */
function createRunner({ get, set }: Desk, open: OpenVault): Runner {
  let abort: AbortController | undefined;

  const stop = () => {
    abort?.abort();
    abort = undefined;
  };

  return {
    stop,
    callOff: () => abort?.abort(),
    async run() {
      stop();
      const { client } = open;
      if (client === undefined || get().understanding === undefined) return;
      const { recipe, policy } = get().draft.present;
      const own = new AbortController();
      const current = () => abort === own;
      abort = own;
      const onProgress = (progress: Progress) => {
        if (!current() || progress.stage !== 'protecting' || get().protecting.kind !== 'running') return;
        set({ protecting: { kind: 'running', done: progress.done, total: progress.total } });
      };
      set({ protecting: { kind: 'running', done: undefined, total: 0 } });
      try {
        const report = await client.call('protect', { recipe, policy }, { signal: own.signal, onProgress });
        if (!current()) return;
        const reports = withReport(get().reports, protectionKey({ recipe, policy }), report);
        set({ protecting: { kind: 'done' }, reports, lastReport: report });
        get().refreshView(true);
      } catch (thrown) {
        if (!current()) return;
        const failure = failureOf(thrown);
        if (failure.code === 'cancelled') set({ protecting: { kind: 'cancelled' } });
        else set({ protecting: { kind: 'failed' }, protectionFailure: failure });
      }
    },
  };
}

/** Hiding what protects others: long work that follows the recipe at a distance and can be called off. */
export function createProtectionSlice(desk: Desk, open: OpenVault): ProtectionSlice {
  const { get, set } = desk;
  const runner = createRunner(desk, open);
  let wanted: string | undefined;
  let reading: unknown;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    clearTimeout(timer);
    runner.stop();
  };

  return {
    ...nothing,
    refreshProtection() {
      const { understanding, draft } = get();
      const isAnother = understanding !== reading;
      reading = understanding;
      const isEmpty = understanding === undefined || understanding.rowsKept === 0;
      const key = isEmpty ? undefined : protectionKey(draft.present);
      if (key === wanted && !isAnother) return;
      wanted = key;
      stop();
      if (isAnother) set(nothing);
      if (isEmpty) return;
      set({ protecting: { kind: 'waiting' } });
      timer = setTimeout(() => void runner.run(), calm);
    },
    protectNow() {
      clearTimeout(timer);
      void runner.run();
    },
    cancelProtection() {
      clearTimeout(timer);
      if (get().protecting.kind === 'waiting') return set({ protecting: { kind: 'cancelled' } });
      if (get().protecting.kind !== 'running') return;
      set({ protecting: { kind: 'cancelling' } });
      runner.callOff();
    },
    dismissProtectionFailure: () => set({ protectionFailure: undefined }),
  };
}
