import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { commandAs } from '../../../../electron/launcher/unprivileged-user.ts';
import { repositoryRoot } from '../../../../electron/launcher/repository.ts';
import type { Network } from '../watch/sinkhole.ts';
import { follow, type Running } from '../watch/running.ts';
import { traceCommand, type UnprivilegedElectron } from '../watch/unprivileged-electron.ts';
import { journeyVariable, type JourneyOrder } from './order.ts';

const resolve = createRequire(import.meta.url).resolve;
const loader = join(dirname(resolve('playwright-core/package.json')), 'lib/server/electron/loader.js');

export interface JourneyGround {
  readonly network: Network;
  readonly electron: UnprivilegedElectron;
  /** A folder that everybody may read, for what the start needs. */
  readonly folder: string;
  /** Where strace writes the sockets of the application. */
  readonly trace: string;
}

/**
 * Starts the journey inside a network. Playwright runs there as root; the Electron it finds is a script that starts the real one
 * as an ordinary user under strace, with Playwright's loader from where that user can read it.
 */
export function startJourney(ground: JourneyGround, order: JourneyOrder): Running {
  const { network, electron, folder, trace } = ground;
  copyFileSync(loader, join(folder, 'loader.js'));
  chmodSync(join(folder, 'loader.js'), 0o644);
  const [asUser, rest] = commandAs(electron.user, electron.executable, []);
  const command = [...traceCommand(trace), asUser, ...rest].map((word) => `'${word}'`).join(' ');
  writeFileSync(join(folder, 'electron'), wrapper(command, join(folder, 'loader.js')));
  chmodSync(join(folder, 'electron'), 0o755);
  const tsx = join(repositoryRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const [inside, args] = network.inside(process.execPath, [tsx, join(import.meta.dirname, 'entry.ts')]);
  const { XAUTHORITY: _key, DBUS_SESSION_BUS_ADDRESS: _bus, ...inherited } = process.env;
  return follow(
    spawn(inside, args, {
      detached: true,
      cwd: repositoryRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...inherited,
        ...electron.env,
        ELECTRON_OVERRIDE_DIST_PATH: folder,
        [journeyVariable]: JSON.stringify(order),
      },
    }),
  );
}

function wrapper(command: string, readableLoader: string): string {
  return `#!/bin/sh
left=$#
while [ "$left" -gt 0 ]; do
  case "$1" in */electron/loader.js) set -- "$@" '${readableLoader}' ;; *) set -- "$@" "$1" ;; esac
  shift
  left=$((left - 1))
done
exec ${command} "$@"
`;
}
