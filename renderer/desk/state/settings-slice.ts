import { failureOf } from './failure-of.ts';
import { withFirstWords } from './first-words.ts';
import { mapHistory } from './history.ts';
import type { Settings } from '../../../shared/ipc/contract.ts';
import type { Desk, SettingsSlice } from './desk-state.ts';
import type { Draft } from './differences.ts';
import type { Kept } from './protection-state.ts';

/** Language and theme; shown at once, then kept by main. */
export function createSettingsSlice({ get, set, services }: Desk): SettingsSlice {
  function speak(language: Settings['language']): void {
    const { understanding, draft, openSource } = get();
    if (understanding === undefined) return;
    const isDemo = openSource?.kind === 'demo';
    const worded = <T extends Kept>(each: T): T => ({
      ...each,
      recipe: withFirstWords(each.recipe, isDemo, language, services),
    });
    const translate = (each: Draft): Draft => ({
      ...worded(each),
      ...(each.kept && { kept: worded(each.kept) }),
    });
    set({ draft: mapHistory(draft, translate) });
  }

  return {
    settings: { language: 'en', theme: 'system' },
    settingsFailure: undefined,
    async changeSettings(change) {
      const settings = { ...get().settings, ...change };
      set({ settings });
      speak(settings.language);
      try {
        await services.main.call('settings.save', settings);
        set({ settingsFailure: undefined });
      } catch (thrown) {
        set({ settingsFailure: failureOf(thrown) });
      }
    },
  };
}
