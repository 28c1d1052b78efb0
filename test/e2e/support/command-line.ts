import { spawnSync } from 'node:child_process';
import { repositoryRoot } from '../../../electron/launcher/repository.ts';

export interface CommandAnswer {
  readonly exitCode: number | null;
  /** What the command prints with `--json`. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Runs the command line as a person would, and reads its answer as JSON. */
export function commandLine(...args: readonly string[]): CommandAnswer {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'electron/cli/entry.ts', ...args, '--json'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  const line = done.stdout.trim().split('\n').at(-1) ?? '';
  if (line === '') throw new Error(`no answer of the command line: ${done.stderr}`);
  return { exitCode: done.status, json: JSON.parse(line) as Readonly<Record<string, unknown>> };
}
