import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ensureBuilt } from '../../../electron/launcher/build-application.ts';
import { exportRuntime, resolveElectronRuntime } from '../../../electron/launcher/electron-runtime.ts';
import { repositoryRoot } from '../../../electron/launcher/repository.ts';
import { removeFolder } from './remove-folder.ts';

export interface LaunchOptions {
  /** Arguments after the application's folder, such as `--demo`. */
  readonly args?: readonly string[];
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** User-data folder to use again; a fresh one, removed on close, when left out. */
  readonly userData?: string;
}

export interface LaunchedFreigabe {
  readonly app: ElectronApplication;
  readonly userData: string;
  /** Waits for the window whose page is served from `app://HOST/`. */
  readonly window: (host: 'desk' | 'vault' | 'seal' | 'look-up') => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Starts the built application (building it first if it is stale) in whatever Electron this machine can have. */
export async function launchFreigabe(options: LaunchOptions = {}): Promise<LaunchedFreigabe> {
  exportRuntime(await resolveElectronRuntime());
  ensureBuilt();
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'freigabe-e2e-'));
  const app = await _electron.launch({
    args: [repositoryRoot, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: { ...currentEnvironment(), ...options.env },
    cwd: repositoryRoot,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return {
    app,
    userData,
    window: (host) => findWindow(app, host),
    close: async () => {
      await app.close();
      if (options.userData === undefined) removeFolder(userData);
    },
  };
}

async function findWindow(app: ElectronApplication, host: string, triesLeft = 300): Promise<Page> {
  const found = app.windows().find((page) => !page.isClosed() && page.url().startsWith(`app://${host}/`));
  if (found !== undefined) return found;
  if (triesLeft === 0) throw new Error(`No window of app://${host}/ appeared within 30 s.`);
  await pause();
  return findWindow(app, host, triesLeft - 1);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

function currentEnvironment(): Record<string, string> {
  const set = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(set);
}
