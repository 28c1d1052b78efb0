import type { Handler, Settings } from '../../shared/ipc/contract.ts';
import type { SettingsStore } from './ports/settings-store.ts';

export function settingsSave(ports: {
  readonly settings: SettingsStore;
  /** Applies what main itself shows: menu, window background, dialogs. */
  readonly apply: (settings: Settings) => void;
}): Handler<'settings.save'> {
  return async (settings) => {
    ports.apply(settings);
    await ports.settings.save(settings);
    return {};
  };
}
