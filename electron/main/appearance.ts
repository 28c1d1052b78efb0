import { app, Menu, nativeTheme } from 'electron';
import type { Settings } from '../../shared/ipc/contract.ts';
import { createSettingsFile, type SettingsFile } from '../node/settings.ts';
import { type MenuActions, menuTemplate } from './menu.ts';

/** Language and theme, and what main shows in them. */
export interface Appearance {
  readonly store: SettingsFile;
  readonly settings: () => Settings;
  readonly apply: (settings: Settings) => void;
  readonly showMenu: (actions: MenuActions) => void;
  /** Colour of a window before its page is drawn; the page's own, so that nothing flashes. */
  readonly background: () => string;
}

/** Loads the settings of this user; `forThisRun` counts until the desk saves others. Call after `ready`. */
export async function createAppearance(file: string, forThisRun: Partial<Settings>): Promise<Appearance> {
  const language = app.getLocale().toLowerCase().startsWith('de') ? 'de' : 'en';
  const store = createSettingsFile(file, { language, theme: 'system' });
  let current: Settings = { ...(await store.load()), ...forThisRun };
  let actions: MenuActions | undefined;
  const show = (): void => {
    nativeTheme.themeSource = current.theme;
    if (actions === undefined) return;
    const system = { macOS: process.platform === 'darwin', devTools: !app.isPackaged };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(current.language, actions, system)));
  };
  show();
  return {
    store,
    settings: () => current,
    apply: (settings) => {
      current = settings;
      show();
    },
    showMenu: (chosen) => {
      actions = chosen;
      show();
    },
    background: () => (nativeTheme.shouldUseDarkColors ? '#141817' : '#f4f4f4'),
  };
}
