import { readFileSync } from 'node:fs';
import { runCommand } from './command.ts';

/** A user without privileges that root may start the application as. */
export interface UnprivilegedUser {
  readonly name: string;
  readonly userId: number;
  readonly groupId: number;
  /** Home folder by the password file; it need not exist. */
  readonly home: string;
}

/** The person who called sudo, else `nobody`; undefined when this process is not root or cannot change user. */
export function unprivilegedUser(): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const caller = Number(process.env['SUDO_UID'] ?? '0');
  const users = readUsers();
  const user =
    users.find((each) => each.userId === caller && caller !== 0) ??
    users.find((each) => each.name === 'nobody');
  return user !== undefined && runAs(user, 'true', []).code === 0 ? user : undefined;
}

/** The command line that runs `command` as `user`. */
export function commandAs(
  user: UnprivilegedUser,
  command: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  const identity = [`--reuid=${user.userId}`, `--regid=${user.groupId}`, '--clear-groups'];
  return ['setpriv', [...identity, '--', command, ...args]];
}

/** Whether `user` may read `path`, asked of the kernel rather than worked out from mode bits. */
export function mayRead(user: UnprivilegedUser, path: string): boolean {
  return runAs(user, 'test', ['-r', path]).code === 0;
}

function runAs(
  user: UnprivilegedUser,
  command: string,
  args: readonly string[],
): ReturnType<typeof runCommand> {
  const [setpriv, rest] = commandAs(user, command, args);
  return runCommand(setpriv, rest, { timeoutMilliseconds: 10_000, cwd: '/' });
}

function readUsers(): readonly UnprivilegedUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length === 7)
    .map((fields) => ({
      name: fields[0] ?? '',
      userId: Number(fields[2]),
      groupId: Number(fields[3]),
      home: fields[5] ?? '/',
    }));
}
