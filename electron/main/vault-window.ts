import { type BrowserWindow, MessageChannelMain } from 'electron';
import { vaultLookUpMessage, vaultPortsMessage } from '../../shared/ipc/channels.ts';
import { lineTo, type LiveVault } from './live-vault.ts';
import { processEnded } from './process-ended.ts';
import { windowAhead } from './window-ahead.ts';
import { createWindow, loadPage, type WindowMaterial } from './window.ts';

/** Vaults in hidden, sandboxed pages. The first page is made before it is asked for; it holds nothing until then. */
export interface VaultWindows {
  readonly prepare: () => void;
  readonly start: () => Promise<LiveVault>;
  /** Destroys the page made ahead, if it was not used. */
  readonly discard: () => Promise<void>;
}

export function vaultWindows(material: WindowMaterial): VaultWindows {
  const ahead = windowAhead(async () => loadVaultWindow(material));
  return {
    prepare: ahead.prepare,
    start: async () => vaultInWindow(await ahead.take()),
    discard: ahead.discard,
  };
}

/** Loads the hidden page that becomes a vault once it is handed its ports. */
async function loadVaultWindow(material: WindowMaterial): Promise<BrowserWindow> {
  const window = createWindow(material, {
    skipTaskbar: true,
    focusable: false,
    paintWhenInitiallyHidden: false,
    webPreferences: { backgroundThrottling: false },
  });
  await loadPage(window, 'vault');
  return window;
}

/** It reads files over the application's own protocol, by token. */
function vaultInWindow(window: BrowserWindow): LiveVault {
  const desk = new MessageChannelMain();
  const main = new MessageChannelMain();
  window.webContents.postMessage(vaultPortsMessage, null, [desk.port1, main.port1]);
  const pid = window.webContents.getOSProcessId();
  let ended = false;
  return {
    engine: 'wasm',
    spills: false,
    toDesk: desk.port2,
    client: lineTo(main.port2),
    allow: () => Promise.resolve(),
    joinLookUp: (port) => window.webContents.postMessage(vaultLookUpMessage, null, [port]),
    onGone: (listener) =>
      void window.webContents.once('render-process-gone', (_event, { reason }) => {
        if (ended) return;
        ended = true;
        window.destroy();
        listener(reason);
      }),
    end: async () => {
      if (ended) return;
      ended = true;
      window.destroy();
      await processEnded(pid);
    },
  };
}
