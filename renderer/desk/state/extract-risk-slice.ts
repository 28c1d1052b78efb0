import { failureOf } from './failure-of.ts';
import { secondsLeft } from './seconds-left.ts';
import type { Progress } from '../../../shared/ipc/vault-contract.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { Desk } from './desk-state.ts';
import type { ExtractRiskSlice } from './extract-risk-state.ts';
import type { OpenVault } from './open-vault.ts';

const nothing = {
  measuringRisk: { kind: 'none' },
  extractRisk: undefined,
  extractRiskFailure: undefined,
} as const satisfies Partial<ExtractRiskSlice>;

const justBegun = { part: undefined, done: undefined, secondsLeft: undefined } as const;

/** What of a recipe the measurement of an extract rests on; the same text, the same figures. */
export function riskKey({ zones, levels, timeZone }: Recipe): string {
  return JSON.stringify([zones, levels, timeZone]);
}

/** Hears how far the measurement is. Progress comes many times a second: it is passed on when it can be seen. */
function listener({ get, set, services }: Desk): (progress: Progress) => void {
  const since = services.now();
  let told = '';
  return (progress) => {
    if (get().measuringRisk.kind !== 'running' || progress.stage !== 'measuring') return;
    const { part } = progress;
    const done = progress.total === 0 ? undefined : Math.min(1, progress.done / progress.total);
    const left = secondsLeft(services.now() - since, done);
    const line = `${part} ${done === undefined ? '' : Math.floor(done * 200)} ${left}`;
    if (line === told) return;
    told = line;
    set({ measuringRisk: { kind: 'running', part, done, secondsLeft: left } });
  };
}

/** What losing the extract would mean: long work that runs when asked for, one at a time. */
export function createExtractRiskSlice(desk: Desk, open: OpenVault): ExtractRiskSlice {
  const { get, set } = desk;
  let abort: AbortController | undefined;
  let reading: unknown;

  return {
    ...nothing,
    async measureRisk() {
      const { client } = open;
      const { understanding, draft, measuringRisk } = get();
      if (client === undefined || understanding === undefined || measuringRisk.kind !== 'none') return;
      const { recipe } = draft.present;
      const own = new AbortController();
      abort = own;
      const hear = listener(desk);
      const onProgress = (progress: Progress) => (abort === own ? hear(progress) : undefined);
      set({ measuringRisk: { kind: 'running', ...justBegun }, extractRiskFailure: undefined });
      try {
        const report = await client.call('extractRisk', { recipe }, { signal: own.signal, onProgress });
        if (abort === own)
          set({ measuringRisk: { kind: 'none' }, extractRisk: { key: riskKey(recipe), report } });
      } catch (thrown) {
        if (abort !== own) return;
        const failure = failureOf(thrown);
        const isFailure = failure.code !== 'cancelled';
        set({ measuringRisk: { kind: 'none' }, ...(isFailure && { extractRiskFailure: failure }) });
      }
    },
    cancelRisk() {
      const { measuringRisk } = get();
      if (measuringRisk.kind !== 'running') return;
      set({ measuringRisk: { ...measuringRisk, kind: 'cancelling' } });
      abort?.abort();
    },
    refreshRisk() {
      const { understanding } = get();
      if (understanding === reading) return;
      reading = understanding;
      abort?.abort();
      abort = undefined;
      set(nothing);
    },
  };
}
