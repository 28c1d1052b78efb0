import { ipcRenderer } from 'electron';
import { lookUpPortMessage } from '../../shared/ipc/channels.ts';

/** What is used of the page's window. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, target: string, transfer: readonly unknown[]): void;
};

ipcRenderer.once(lookUpPortMessage, (event, subject: unknown) => {
  window.postMessage(subject, window.location.origin, event.ports);
});
