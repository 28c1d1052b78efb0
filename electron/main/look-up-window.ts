import { type BrowserWindow, MessageChannelMain, type MessagePortMain } from 'electron';
import { lookUpPortMessage } from '../../shared/ipc/channels.ts';
import type { LookUpSubject, Settings } from '../../shared/ipc/contract.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { createWindow, loadPage, type WindowMaterial } from './window.ts';

export interface LookUpWindowPorts {
  readonly material: WindowMaterial;
  readonly desk: () => BrowserWindow;
  readonly settings: () => Settings;
}

/** The vault's own small window over the desk. What is typed there goes to the vault and nowhere else. */
export interface LookUpWindow {
  /** Replaces the one there is. The other end of its port goes to the vault by `join`; neither end stays here. */
  readonly open: (join: (port: MessagePortMain) => void, recipe: Recipe) => Promise<void>;
  /** Its process ends, and with it what was typed. */
  readonly close: () => void;
}

export function createLookUpWindow(ports: LookUpWindowPorts): LookUpWindow {
  let shown: BrowserWindow | undefined;
  const close = (): void => {
    if (shown?.isDestroyed() === false) shown.destroy();
    shown = undefined;
  };
  return {
    close,
    open: async (join, recipe) => {
      close();
      const window = openWindow(ports);
      shown = window;
      const loaded = await loadPage(window, 'look-up').then(
        () => true,
        (error: unknown) => {
          if (!window.isDestroyed()) throw error;
          return false;
        },
      );
      if (!loaded || window.isDestroyed()) return;
      const subject: LookUpSubject = { recipe, settings: ports.settings() };
      const { port1, port2 } = new MessageChannelMain();
      join(port1);
      window.webContents.postMessage(lookUpPortMessage, subject, [port2]);
    },
  };
}

function openWindow(ports: LookUpWindowPorts): BrowserWindow {
  const window = createWindow(ports.material, {
    parent: ports.desk(),
    modal: true,
    width: 560,
    height: 520,
    minWidth: 420,
    minHeight: 380,
    minimizable: false,
    maximizable: false,
    title: 'Freigabe',
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  return window;
}
