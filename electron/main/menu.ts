import type { MenuItemConstructorOptions } from 'electron';
import type { Settings } from '../../shared/ipc/contract.ts';
import { menuWords } from './menu-words.ts';

/** What the menu can ask for. */
export interface MenuActions {
  readonly openExtract: () => void;
  readonly openBundle: () => void;
  readonly openDemo: () => void;
  readonly lookUp: () => void;
}

/**
 * The application menu. Undo and redo are left to the page, whose history is the recipe's; reloading is left out, since the
 * page would lose its vault.
 */
export function menuTemplate(
  language: Settings['language'],
  actions: MenuActions,
  system: { readonly macOS: boolean; readonly devTools: boolean },
): MenuItemConstructorOptions[] {
  const words = menuWords[language];
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [
      { label: words.openExtract, accelerator: 'CmdOrCtrl+O', click: actions.openExtract },
      { label: words.openBundle, accelerator: 'CmdOrCtrl+Shift+O', click: actions.openBundle },
      { label: words.openDemo, click: actions.openDemo },
      { type: 'separator' },
      { label: words.lookUp, accelerator: 'CmdOrCtrl+L', click: actions.lookUp },
      { type: 'separator' },
      { label: words.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      { label: words.cut, role: 'cut' },
      { label: words.copy, role: 'copy' },
      { label: words.paste, role: 'paste' },
      { label: words.selectAll, role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      { label: words.larger, role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
      { label: words.smaller, role: 'zoomOut' },
      { label: words.normalSize, role: 'resetZoom' },
      { label: words.fullScreen, role: 'togglefullscreen' },
      ...(system.devTools ? [{ label: words.developerTools, role: 'toggleDevTools' } as const] : []),
    ],
  };
  return [...(system.macOS ? [{ role: 'appMenu' } as const] : []), file, edit, view];
}
