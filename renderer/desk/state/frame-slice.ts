import { missingFor } from './reach.ts';
import { failureOf } from './failure-of.ts';
import type { Desk, FrameSlice } from './desk-state.ts';

/** Where the officer is, and what the start asked for. */
export function createFrameSlice({ get, set, services }: Desk): FrameSlice {
  return {
    version: '',
    step: 'extract',
    refusedStep: undefined,
    go(step) {
      if (missingFor(step, get()) === undefined) set({ step, refusedStep: undefined });
      else set({ refusedStep: step });
    },
    async start() {
      try {
        const { version, settings, opening, drafts } = await services.main.call('app.start', {});
        set({ version, settings, keptDrafts: drafts.kept, draftsSetAside: drafts.setAside });
        await get().open(opening);
      } catch (thrown) {
        set({ extractFailure: failureOf(thrown) });
      }
    },
    async open(opening) {
      switch (opening.kind) {
        case 'nothing':
          return;
        case 'demo':
          set({ step: 'extract' });
          return get().openDemo();
        case 'lookUp':
          return get().openLookUp();
        case 'extract':
          set({ step: 'extract' });
          return get().addSources(Object.fromEntries(opening.files.map((file) => [file.kind, file.source])));
        case 'bundle':
          get().showBundle(opening.bundle);
          return set({ step: 'inspect' });
        case 'failed':
          return set({ extractFailure: opening.failure, step: 'extract' });
      }
    },
  };
}
