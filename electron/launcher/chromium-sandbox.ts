import { chmodSync, chownSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './command.ts';
import { commandAs, type UnprivilegedUser } from './unprivileged-user.ts';

/** Makes Chromium's sandbox helper root-owned and setuid; only root can. */
export function armSandboxHelper(executable: string): void {
  const helper = sandboxHelper(executable);
  if (!existsSync(helper)) return;
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}

/** Starts the runtime just far enough for Chromium to set up or refuse its sandbox. */
export function sandboxWorks(executable: string, user: UnprivilegedUser | undefined): boolean {
  const [command, args] =
    user === undefined ? [executable, ['--version']] : commandAs(user, executable, ['--version']);
  return runCommand(command, args, { timeoutMilliseconds: 20_000, cwd: '/' }).code === 0;
}

/** What a person can run to give Chromium its sandbox. */
export function sandboxRemedy(executable: string): string {
  const helper = sandboxHelper(executable);
  return `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`;
}

function sandboxHelper(executable: string): string {
  return join(dirname(executable), 'chrome-sandbox');
}
