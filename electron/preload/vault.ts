import { ipcRenderer } from 'electron';
import { vaultLookUpMessage, vaultPortsMessage } from '../../shared/ipc/channels.ts';

/** What is used of the page's window. */
declare const window: { postMessage(message: unknown, target: string, transfer: readonly unknown[]): void };

ipcRenderer.once(vaultPortsMessage, (event) => {
  window.postMessage({ kind: 'ports' }, '*', event.ports);
});

ipcRenderer.on(vaultLookUpMessage, (event) => {
  window.postMessage({ kind: 'lookUp' }, '*', event.ports);
});
