import type { Session, WebPreferences } from 'electron';

/** What every window of this application is made with; `preload` is an absolute path to a CommonJS file. */
export function lockedWebPreferences(session: Session, preload: string, devTools: boolean): WebPreferences {
  return {
    session,
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    disableBlinkFeatures: 'Auxclick',
  };
}
