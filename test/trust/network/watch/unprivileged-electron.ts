import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxWorks } from '../../../../electron/launcher/chromium-sandbox.ts';
import {
  commandAs,
  type UnprivilegedUser,
  unprivilegedUser,
} from '../../../../electron/launcher/unprivileged-user.ts';
import { startDisplay } from './display.ts';
import { stageRuntime } from './prepared.ts';
import { follow, type Running } from './running.ts';
import type { Network } from './sinkhole.ts';

/** Electron as an ordinary user with Chromium's sandbox on, inside a network, on a display of its own. */
export interface UnprivilegedElectron {
  readonly user: UnprivilegedUser;
  readonly executable: string;
  /** A folder that user may write. */
  readonly home: string;
  /** For the environment of what is started. */
  readonly env: Readonly<Record<string, string>>;
  readonly start: (args: readonly string[], options?: StartOptions) => Running;
  readonly close: () => void;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Another executable than Electron itself. */
  readonly executable?: string;
  /** Writes the sockets it asks for to this file, as strace prints them. */
  readonly traceTo?: string;
}

/** How strace is started to see every socket that is asked for, and what is done with it. */
export function traceCommand(file: string): readonly string[] {
  return ['strace', '-f', '-qq', '-e', 'trace=socket,bind,connect,listen', '-e', 'signal=none', '-o', file];
}

/** Makes ready what every start needs. */
export async function unprivilegedElectron(network: Network): Promise<UnprivilegedElectron> {
  const user = unprivilegedUser();
  if (user === undefined) throw new Error('No unprivileged user can take over.');
  const { executable } = await stageRuntime(user);
  if (!sandboxWorks(executable, user)) throw new Error('The Chromium sandbox does not start here.');
  const home = writableFolder(user);
  const display = await startDisplay(network);
  const env = { HOME: home, USER: user.name, LOGNAME: user.name, DISPLAY: display.name };
  return {
    user,
    executable,
    home,
    env,
    start: (args, options = {}) => {
      const [asUser, rest] = commandAs(user, options.executable ?? executable, args);
      const traced = options.traceTo === undefined ? [] : traceCommand(options.traceTo);
      const [first = '', ...others] = [...traced, asUser, ...rest];
      const [command, all] = network.inside(first, others);
      const { PATH, LANG } = process.env;
      return follow(
        spawn(command, all, {
          detached: true,
          cwd: '/',
          env: { PATH, LANG, ...env, ...options.env },
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      );
    },
    close: () => {
      display.process.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function writableFolder(user: UnprivilegedUser): string {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-home-'));
  chmodSync(folder, 0o700);
  chownSync(folder, user.userId, user.groupId);
  return folder;
}
