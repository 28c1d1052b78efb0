import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A started program and what it said. */
export interface Running {
  readonly pid: number;
  /** The first line that starts with `beginning`, without it. Rejects at the end of the program or of the time. */
  readonly line: (beginning: string, withinMilliseconds: number) => Promise<string>;
  readonly output: () => string;
  /** Its exit code, once it ended by itself; undefined when time was up, and it is then ended. */
  readonly exitCode: (withinMilliseconds: number) => Promise<number | undefined>;
  readonly end: () => Promise<void>;
}

/** Follows a child that was started detached, so that all of its group can be ended. */
export function follow(child: ChildProcess): Running {
  const lines: string[] = [];
  const heard = new Set<() => void>();
  const tell = (): void => heard.forEach((each) => each());
  for (const stream of [child.stdout, child.stderr])
    if (stream !== null)
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        tell();
      });
  child.once('exit', tell);
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const end = async (): Promise<void> => {
    if (ended() || child.pid === undefined) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  const until = async (reached: () => boolean, within: number): Promise<boolean> => {
    const late = Date.now() + within;
    while (!reached() && Date.now() < late)
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          heard.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, late - Date.now());
        heard.add(wake);
      });
    return reached();
  };
  return {
    pid: child.pid ?? 0,
    output: () => lines.join('\n'),
    end,
    exitCode: async (within) => {
      if (!(await until(ended, within))) await end();
      return child.exitCode ?? undefined;
    },
    line: async (beginning, within) => {
      const find = (): string | undefined => lines.find((line) => line.startsWith(beginning));
      await until(() => find() !== undefined || ended(), within);
      const found = find();
      if (found !== undefined) return found.slice(beginning.length);
      throw new Error(`It did not say "${beginning}" but:\n${lines.join('\n')}`);
    },
  };
}

/**
 * Starts a program until it says a line. Now and then, on a busy machine, Electron stands still before its first window; it is
 * then ended and started again, at most twice.
 */
export async function startUntil(
  start: () => Running,
  beginning: string,
  withinMilliseconds: number,
): Promise<{ readonly running: Running; readonly said: string }> {
  for (let left = 2; ; left -= 1) {
    const running = start();
    try {
      return { running, said: await running.line(beginning, withinMilliseconds) };
    } catch (error) {
      await running.end();
      if (left === 0) throw error;
    }
  }
}
