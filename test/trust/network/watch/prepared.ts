import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBuilt } from '../../../../electron/launcher/build-application.ts';
import { armSandboxHelper } from '../../../../electron/launcher/chromium-sandbox.ts';
import {
  type ElectronRuntime,
  resolveElectronRuntime,
} from '../../../../electron/launcher/electron-runtime.ts';
import { repositoryRoot, runtimeCache } from '../../../../electron/launcher/repository.ts';
import { readableExecutable } from '../../../../electron/launcher/staged-copy.ts';
import type { UnprivilegedUser } from '../../../../electron/launcher/unprivileged-user.ts';

const lock = join(runtimeCache, 'tests-prepare');
const staleMilliseconds = 180_000;

/** Does what two test files must not do at once. */
async function alone<T>(work: () => T | Promise<T>): Promise<T> {
  mkdirSync(runtimeCache, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - since > staleMilliseconds) rmSync(lock, { recursive: true, force: true });
      else await wait(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A folder of its own that every user of this machine may read. */
export function readableFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-trust-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Builds the application if it is stale, and copies what it needs to run into `folder`. */
export async function stageApplication(folder: string): Promise<string> {
  const application = join(folder, 'application');
  await alone(() => {
    ensureBuilt();
    for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'resources']) {
      const source = join(repositoryRoot, part);
      if (existsSync(source)) cpSync(source, join(application, part), { recursive: true });
    }
  });
  return application;
}

/** The runtime, where `user` can read it, with Chromium's sandbox helper armed. */
export async function stageRuntime(
  user: UnprivilegedUser,
): Promise<{ readonly executable: string; readonly runtime: ElectronRuntime }> {
  const runtime = await resolveElectronRuntime();
  const executable = await alone(() => {
    const staged = readableExecutable(runtime, user);
    armSandboxHelper(staged);
    return staged;
  });
  return { executable, runtime };
}
