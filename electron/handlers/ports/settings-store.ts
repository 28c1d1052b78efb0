import type { Settings } from '../../../shared/ipc/contract.ts';

export interface SettingsStore {
  readonly load: () => Promise<Settings>;
  readonly save: (settings: Settings) => Promise<void>;
}
