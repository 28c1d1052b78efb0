import { failureOf } from './failure-of.ts';
import type { Desk, SettingsSlice } from './desk-state.ts';

/** Language and theme; shown at once, then kept by main. */
export function createSettingsSlice({ get, set, services }: Desk): SettingsSlice {
  return {
    settings: { language: 'en', theme: 'system' },
    settingsFailure: undefined,
    async changeSettings(change) {
      const settings = { ...get().settings, ...change };
      set({ settings });
      try {
        await services.main.call('settings.save', settings);
        set({ settingsFailure: undefined });
      } catch (thrown) {
        set({ settingsFailure: failureOf(thrown) });
      }
    },
  };
}
