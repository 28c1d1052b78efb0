import { BrowserWindow, type BrowserWindowConstructorOptions, type Session } from 'electron';
import { entryAddress, type AppHost } from './lockdown/scheme.ts';
import { lockedWebPreferences } from './lockdown/web-preferences.ts';

/** What a window of a host is made of. */
export interface WindowMaterial {
  readonly session: Session;
  /** Absolute path of the CommonJS preload. */
  readonly preload: string;
  readonly devTools: boolean;
  readonly background: () => string;
}

/** Makes a hardened window for a page of this application; it loads nothing yet. */
export function createWindow(
  material: WindowMaterial,
  options: BrowserWindowConstructorOptions = {},
): BrowserWindow {
  const { session, preload, devTools } = material;
  return new BrowserWindow({
    show: false,
    backgroundColor: material.background(),
    ...options,
    webPreferences: { ...lockedWebPreferences(session, preload, devTools), ...options.webPreferences },
  });
}

/** Resolves when the page of `host` and its scripts are loaded. */
export async function loadPage(window: BrowserWindow, host: AppHost): Promise<void> {
  await window.loadURL(entryAddress(host));
}

/** The window the officer sees. It shows itself once it has something to show. */
export function createDeskWindow(material: WindowMaterial): BrowserWindow {
  const window = createWindow(material, {
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 680,
    title: 'Freigabe',
  });
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}
