import { spawnSync } from 'node:child_process';

export interface CommandResult {
  /** Exit code; 127 when the command is absent, 124 when it ran out of time or was ended by a signal. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMilliseconds?: number;
  /** Lets the command write to this terminal; `stdout` and `stderr` are then empty. */
  readonly visible?: boolean;
}

/** Runs a command to its end without a shell and never throws: the exit code tells. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): CommandResult {
  const done = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    timeout: options.timeoutMilliseconds,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
    stdio: options.visible === true ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const absent = done.error !== undefined && 'code' in done.error && done.error.code === 'ENOENT';
  return { code: done.status ?? (absent ? 127 : 124), stdout: done.stdout ?? '', stderr: done.stderr ?? '' };
}
