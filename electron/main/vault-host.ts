import { type BrowserWindow, MessageChannelMain, type MessagePortMain } from 'electron';
import { vaultGoneMessage, vaultPortMessage, vaultPortsMessage } from '../../shared/ipc/channels.ts';
import type { VaultGone } from '../../shared/ipc/contract.ts';
import type { Clock } from '../handlers/ports/clock.ts';
import type { Journal } from '../handlers/ports/journal.ts';
import type { Vault } from '../handlers/ports/vault.ts';
import { inTurn } from './in-turn.ts';
import type { LookUpWindow } from './look-up-window.ts';
import { processEnded } from './process-ended.ts';
import {
  type CallingPort,
  createVaultClient,
  vaultGone,
  type VaultClient,
} from '../../shared/ipc/vault-client.ts';
import { windowAhead } from './window-ahead.ts';
import { createWindow, loadPage, type WindowMaterial } from './window.ts';

interface LiveVault {
  readonly window: BrowserWindow;
  readonly client: VaultClient;
  readonly pid: number;
}

export interface VaultHostPorts {
  readonly material: WindowMaterial;
  readonly desk: () => BrowserWindow;
  readonly lookUpWindow: LookUpWindow;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Takes back what the vault was allowed to read. */
  readonly revokeFiles: () => void;
}

export interface VaultHost extends Vault {
  /** Starts the process of the first review before it is asked for. It holds nothing until it is opened. */
  readonly prepare: () => void;
}

/** Keeps at most one vault: a hidden, sandboxed window whose process ends with the review. */
export function createVaultHost(ports: VaultHostPorts): VaultHost {
  let live: LiveVault | undefined;
  const ahead = windowAhead(async () => loadVault(ports));
  const turn = inTurn();

  const client = (): VaultClient => {
    if (live === undefined) throw vaultGone();
    return live.client;
  };

  const destroy = async (): Promise<void> => {
    const ending = live;
    live = undefined;
    if (ending === undefined) return;
    ports.lookUpWindow.close();
    ending.client.end();
    ending.window.destroy();
    await processEnded(ending.pid);
  };

  const watch = (vault: LiveVault): void => {
    vault.window.webContents.once('render-process-gone', (_event, { reason }) => {
      if (live !== vault) return;
      live = undefined;
      vault.client.end();
      ports.lookUpWindow.close();
      vault.window.destroy();
      const gone: VaultGone = { at: ports.clock.now(), reason };
      void ports.journal.record('vault.gone', gone);
      if (!ports.desk().isDestroyed()) ports.desk().webContents.send(vaultGoneMessage, gone);
    });
  };

  return {
    prepare: ahead.prepare,
    open: () =>
      turn(async () => {
        await destroy();
        live = connectVault(ports, await ahead.take());
        watch(live);
      }),
    close: () =>
      turn(async () => {
        await destroy();
        await ahead.discard();
        ports.revokeFiles();
        return ports.clock.now();
      }),
    candidate: async (request) => client().call('candidate', request),
    nameEarlier: async (request) => client().call('nameEarlier', request),
    handEarlier: async (request) => client().call('handEarlier', request),
    lookUp: (recipe) =>
      turn(async () => {
        if (live === undefined) throw vaultGone();
        await ports.lookUpWindow.open(live.window, recipe);
      }),
  };
}

async function loadVault(ports: VaultHostPorts): Promise<BrowserWindow> {
  const window = createWindow(ports.material, {
    skipTaskbar: true,
    focusable: false,
    paintWhenInitiallyHidden: false,
    webPreferences: { backgroundThrottling: false },
  });
  await loadPage(window, 'vault');
  return window;
}

function connectVault(ports: VaultHostPorts, window: BrowserWindow): LiveVault {
  const toDesk = new MessageChannelMain();
  const toMain = new MessageChannelMain();
  window.webContents.postMessage(vaultPortsMessage, null, [toDesk.port1, toMain.port1]);
  ports.desk().webContents.postMessage(vaultPortMessage, null, [toDesk.port2]);
  return {
    window,
    client: createVaultClient(controlPort(toMain.port2)),
    pid: window.webContents.getOSProcessId(),
  };
}

function controlPort(port: MessagePortMain): CallingPort {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
    onEnd: (listener) => void port.on('close', listener),
  };
}
