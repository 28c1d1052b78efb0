import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels, deskMessages, droppedChannel, vaultPortMessage } from '../../shared/ipc/channels.ts';

/** What is used of the page's window. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, target: string, transfer: readonly unknown[]): void;
};

const known: ReadonlySet<string> = new Set(channels.filter((channel) => channel !== droppedChannel));
const heard: ReadonlySet<string> = new Set(deskMessages);

const freigabe = {
  call: (channel: string, request: unknown): Promise<unknown> =>
    known.has(channel)
      ? ipcRenderer.invoke(channel, request)
      : Promise.reject(new Error(`There is no channel ${channel}.`)),
  dropped: (files: readonly File[], kind: string): Promise<unknown> =>
    ipcRenderer.invoke(droppedChannel, { paths: files.map((file) => webUtils.getPathForFile(file)), kind }),
  on: (message: string, listener: (payload: unknown) => void): void => {
    if (!heard.has(message)) throw new Error(`There is no message ${message}.`);
    ipcRenderer.on(message, (_event, payload: unknown) => listener(payload));
  },
};

contextBridge.exposeInMainWorld('freigabe', freigabe);

ipcRenderer.on(vaultPortMessage, (event) => {
  window.postMessage(vaultPortMessage, window.location.origin, event.ports);
});
