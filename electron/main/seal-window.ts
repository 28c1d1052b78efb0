import type { BrowserWindow, IpcMainEvent } from 'electron';
import { Refusal } from '../../shared/base/failure.ts';
import { sealAnswerMessage, sealShowMessage } from '../../shared/ipc/channels.ts';
import type { Settings } from '../../shared/ipc/contract.ts';
import { FromSeal, type SealSubject, type ToSeal } from '../../shared/ipc/seal-contract.ts';
import type { SealWindow } from '../handlers/ports/seal-window.ts';
import { appOrigin } from './lockdown/scheme.ts';
import { createWindow, loadPage, type WindowMaterial } from './window.ts';

export interface SealWindowPorts {
  readonly material: WindowMaterial;
  readonly desk: () => BrowserWindow;
  readonly settings: () => Settings;
}

/** Opens the seal window over the desk, one at a time. The passphrase goes from it to `attempt` and nowhere else. */
export function createSealWindow(ports: SealWindowPorts): SealWindow {
  let busy = false;
  return {
    ask: async (subject, attempt) => {
      if (busy)
        throw new Refusal('seal-window-busy', 'A signature is already being asked for. Finish it first.');
      busy = true;
      const window = openWindow(ports, subject.kind);
      try {
        return await converse(window, { subject, attempt, settings: ports.settings() });
      } finally {
        busy = false;
        if (!window.isDestroyed()) window.destroy();
      }
    },
  };
}

function openWindow(ports: SealWindowPorts, kind: SealSubject['kind']): BrowserWindow {
  const window = createWindow(ports.material, {
    parent: ports.desk(),
    modal: true,
    width: 620,
    height: kind === 'sign' ? 840 : 480,
    minWidth: 480,
    minHeight: 420,
    minimizable: false,
    maximizable: false,
    title: 'Freigabe',
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  return window;
}

interface Conversation<T> {
  readonly subject: SealSubject;
  readonly attempt: (passphrase: string) => Promise<T>;
  readonly settings: Settings;
}

function converse<T>(
  window: BrowserWindow,
  { subject, attempt, settings }: Conversation<T>,
): Promise<T | undefined> {
  return new Promise<T | undefined>((resolve, reject) => {
    const show = (message: ToSeal): void => {
      if (!window.isDestroyed()) window.webContents.send(sealShowMessage, message);
    };
    let trying = false;
    const confirm = async (passphrase: string): Promise<void> => {
      if (trying) return;
      trying = true;
      try {
        resolve(await attempt(passphrase));
      } catch (error) {
        if (error instanceof Refusal) show({ kind: 'problem', failure: error.failure });
        else reject(error instanceof Error ? error : new Error('The signature failed.'));
      } finally {
        trying = false;
      }
    };
    window.webContents.ipc.on(sealAnswerMessage, (event, raw: unknown) => {
      const message = FromSeal.safeParse(raw);
      if (!isSealPage(event) || !message.success) return;
      if (message.data.kind === 'ready') show({ kind: 'subject', subject, settings });
      else if (message.data.kind === 'cancel') resolve(undefined);
      else void confirm(message.data.passphrase);
    });
    window.once('closed', () => resolve(undefined));
    window.webContents.once('render-process-gone', () => resolve(undefined));
    loadPage(window, 'seal').catch(reject);
  });
}

function isSealPage(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.origin === appOrigin('seal');
}
