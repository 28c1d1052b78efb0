import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolveElectronRuntime } from '../../electron/launcher/electron-runtime.ts';
import { repositoryRoot } from '../../electron/launcher/repository.ts';
import { bundleForElectron } from './network/harness/build.ts';

/** Something that runs JavaScript as Node does. */
export interface Runtime {
  readonly name: string;
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The Node that runs this test, and the Electron at hand run as Node. */
export async function runtimesAtHand(): Promise<readonly [Runtime, Runtime]> {
  const { executable, version } = await resolveElectronRuntime();
  return [
    { name: `Node ${process.versions.node}`, executable: process.execPath, environment: {} },
    { name: `Electron ${version}`, executable, environment: { ELECTRON_RUN_AS_NODE: '1' } },
  ];
}

/** A source built into one file that every runtime can run. */
export interface BuiltFile {
  readonly path: string;
  readonly remove: () => void;
}

/** Builds `source` where the packages it names are found. */
export async function builtFile(source: string, name: string): Promise<BuiltFile> {
  const folder = join(repositoryRoot, 'node_modules/.cache', `freigabe-trust-${name}-${process.pid}`);
  await bundleForElectron(source, folder, 'es', `${name}.mjs`);
  return {
    path: join(folder, `${name}.mjs`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs a command and returns what it printed; rejects where it does not end well. */
export function printedBy(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly environment: Readonly<Record<string, string>> },
): Promise<string> {
  const { cwd, environment } = options;
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
    execFile(command, [...args], { cwd, env, encoding: 'utf8' }, (error, out) =>
      error === null ? resolve(out) : reject(error),
    );
  });
}
