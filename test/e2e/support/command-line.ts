import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../../electron/launcher/repository.ts';
import { removeFolder } from './remove-folder.ts';

export interface CommandAnswer {
  readonly exitCode: number | null;
  /** What the command prints with `--json`. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Runs the command line as a person would on a machine that has released nothing yet, and reads its answer as JSON. */
export function commandLine(...args: readonly string[]): CommandAnswer {
  const home = mkdtempSync(join(tmpdir(), 'freigabe-cli-'));
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'electron/cli/entry.ts', ...args, '--json'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    env: { ...process.env, XDG_CONFIG_HOME: home, APPDATA: home },
  });
  removeFolder(home);
  const line = done.stdout.trim().split('\n').at(-1) ?? '';
  if (line === '') throw new Error(`no answer of the command line: ${done.stderr}`);
  return { exitCode: done.status, json: JSON.parse(line) as Readonly<Record<string, unknown>> };
}
