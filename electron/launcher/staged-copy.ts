import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import type { ElectronRuntime } from './electron-runtime.ts';
import { repositoryRoot } from './repository.ts';
import { copyShippedPackages } from './shipped-packages.ts';
import { mayRead, type UnprivilegedUser } from './unprivileged-user.ts';

/** Root-owned, so nobody else can put something in its place. */
const stage = '/var/cache/freigabe';

/** What the application needs at run time, beside the packages that cannot be bundled. */
const applicationParts = ['package.json', 'out', 'resources'];

/** The executable, in a copy if `user` may not read the original. */
export function readableExecutable(runtime: ElectronRuntime, user: UnprivilegedUser): string {
  if (mayRead(user, runtime.executable)) return runtime.executable;
  const copy = join(stage, `electron-${runtime.version}`);
  const executable = join(copy, relative(runtime.dist, runtime.executable));
  if (!existsSync(executable)) copyWhole(runtime.dist, copy);
  return executable;
}

/** The application's folder, in a fresh copy if `user` may not read the repository. */
export function readableApplication(user: UnprivilegedUser): string {
  if (mayRead(user, join(repositoryRoot, 'out', 'main', 'entry.js'))) return repositoryRoot;
  const copy = join(stage, 'application');
  rmSync(copy, { recursive: true, force: true });
  for (const part of applicationParts) {
    const source = join(repositoryRoot, part);
    if (existsSync(source)) cpSync(source, join(copy, part), { recursive: true });
  }
  copyShippedPackages(repositoryRoot, copy);
  return copy;
}

/** A home folder that `user` can write: the own one if it exists, else one in the stage. */
export function writableHome(user: UnprivilegedUser): string {
  if (existsSync(user.home) && user.home !== '/') return user.home;
  const home = join(stage, `home-${user.name}`);
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o700);
  chownSync(home, user.userId, user.groupId);
  return home;
}

/** Copies the X server's key to where `user` can read it; undefined when there is none. */
export function readableDisplayKey(user: UnprivilegedUser, home: string): string | undefined {
  const key = process.env['XAUTHORITY'] ?? join(process.env['HOME'] ?? '/root', '.Xauthority');
  if (!existsSync(key)) return undefined;
  if (mayRead(user, key)) return key;
  const copy = join(home, '.freigabe-xauthority');
  rmSync(copy, { force: true });
  copyFileSync(key, copy);
  chmodSync(copy, 0o600);
  chownSync(copy, user.userId, user.groupId);
  return copy;
}

function copyWhole(from: string, to: string): void {
  const partial = `${to}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  cpSync(from, partial, { recursive: true });
  renameSync(partial, to);
}
