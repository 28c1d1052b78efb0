import { armSandboxHelper, sandboxRemedy, sandboxWorks } from './chromium-sandbox.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { repositoryRoot } from './repository.ts';
import { readableApplication, readableDisplayKey, readableExecutable, writableHome } from './staged-copy.ts';
import { commandAs, unprivilegedUser, type UnprivilegedUser } from './unprivileged-user.ts';

/** How to start the window. */
export interface LaunchPlan {
  readonly command: string;
  readonly args: readonly string[];
  /** Changes to the environment; undefined removes a variable. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What the person should know, one line each. */
  readonly notes: readonly string[];
}

/**
 * Chooses user and sandbox: an ordinary user as is; root through an unprivileged user; without Chromium's sandbox only
 * where neither works, and then the notes say so.
 */
export function planLaunch(runtime: ElectronRuntime, appArgs: readonly string[]): LaunchPlan {
  if (process.platform !== 'linux') return plainLaunch(runtime.executable, appArgs);
  if (process.getuid?.() !== 0) {
    const safe = sandboxWorks(runtime.executable, undefined);
    return safe
      ? plainLaunch(runtime.executable, appArgs)
      : openLaunch(runtime.executable, appArgs, ordinaryUserNote(runtime));
  }
  const user = process.env['DISPLAY'] ? unprivilegedUser() : undefined;
  const handedOver = user === undefined ? undefined : handOver(runtime, user, appArgs);
  return handedOver ?? openLaunch(runtime.executable, appArgs, rootNote);
}

const rootNote =
  'running as root and no unprivileged user can take over: the Chromium sandbox is OFF. Use invented data only, or start as an ordinary user.';

function ordinaryUserNote(runtime: ElectronRuntime): string {
  return `this system refuses the Chromium sandbox: it is OFF. Use invented data only. To mend it: ${sandboxRemedy(runtime.executable)}`;
}

function handOver(
  runtime: ElectronRuntime,
  user: UnprivilegedUser,
  appArgs: readonly string[],
): LaunchPlan | undefined {
  const executable = readableExecutable(runtime, user);
  armSandboxHelper(executable);
  if (!sandboxWorks(executable, user)) return undefined;
  const home = writableHome(user);
  const [command, args] = commandAs(user, executable, [readableApplication(user), ...appArgs]);
  const env = {
    HOME: home,
    USER: user.name,
    LOGNAME: user.name,
    XAUTHORITY: readableDisplayKey(user, home),
    XDG_RUNTIME_DIR: undefined,
    XDG_CONFIG_HOME: undefined,
    XDG_CACHE_HOME: undefined,
    DBUS_SESSION_BUS_ADDRESS: undefined,
  };
  return {
    command,
    args,
    env,
    notes: [`running as root: the window starts as the user ${user.name}, Chromium sandbox on`],
  };
}

function plainLaunch(executable: string, appArgs: readonly string[]): LaunchPlan {
  return {
    command: executable,
    args: [...displaySwitches(), repositoryRoot, ...appArgs],
    env: {},
    notes: [],
  };
}

function openLaunch(executable: string, appArgs: readonly string[], note: string): LaunchPlan {
  const plain = plainLaunch(executable, appArgs);
  return { ...plain, args: ['--no-sandbox', ...plain.args], notes: [note] };
}

/** Older Electron looks for an X server only. */
function displaySwitches(): readonly string[] {
  return !process.env['DISPLAY'] && process.env['WAYLAND_DISPLAY'] ? ['--ozone-platform=wayland'] : [];
}
