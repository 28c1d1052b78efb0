import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { runCommand } from './command.ts';
import { repositoryRoot } from './repository.ts';

const sources = [
  'electron',
  'renderer',
  'shared',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];
const products = ['out/main/entry.js', 'out/renderer/desk/index.html'];

/** Builds `out/` if a product is absent or older than the newest source. Refuses with `build-failed`. */
export function ensureBuilt(): 'fresh' | 'built' {
  if (oldestProduct() > newestSource()) return 'fresh';
  const cli = join(repositoryRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const done = runCommand(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: repositoryRoot });
  if (done.code !== 0) {
    throw new Refusal('build-failed', `The application could not be built:\n${done.stdout}${done.stderr}`);
  }
  return 'built';
}

function oldestProduct(): number {
  return Math.min(
    ...products.map((file) => statSync(join(repositoryRoot, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

function newestSource(): number {
  return Math.max(...sources.map((entry) => newestUnder(join(repositoryRoot, entry))));
}

function newestUnder(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}
