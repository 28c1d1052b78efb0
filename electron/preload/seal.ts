import { contextBridge, ipcRenderer } from 'electron';
import { sealAnswerMessage, sealShowMessage } from '../../shared/ipc/channels.ts';

contextBridge.exposeInMainWorld('seal', {
  answer: (message: unknown): void => ipcRenderer.send(sealAnswerMessage, message),
  onShow: (listener: (message: unknown) => void): void => {
    ipcRenderer.on(sealShowMessage, (_event, message: unknown) => listener(message));
  },
});
