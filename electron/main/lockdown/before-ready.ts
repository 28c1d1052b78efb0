import type { App, Protocol } from 'electron';
import { refusedArguments, refusedArgumentsExitCode } from './arguments.ts';
import { guardNavigation } from './navigation.ts';
import { denyNodeNetwork } from './node-stubs.ts';
import { registerAppScheme } from './scheme.ts';
import { guardSessions } from './session.ts';
import { applyLockedSwitches } from './switches.ts';

/**
 * Everything that must be in force before `ready`: call it first in the entry file, synchronously. A packaged application
 * that was started with an unknown switch ends here with code 78. Chromium cannot start its children when it is asked both
 * for and against its sandbox, so an explicit `--no-sandbox` (never accepted when packaged) is left to win.
 */
export function lockBeforeReady(app: App, protocol: Protocol): void {
  denyNodeNetwork();
  if (app.isPackaged && refusedArguments(process.argv.slice(1), process.platform).length > 0)
    process.exit(refusedArgumentsExitCode);
  // Chromium would write the keys of connections to the file it names.
  delete process.env['SSLKEYLOGFILE'];
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  applyLockedSwitches(app.commandLine);
  registerAppScheme(protocol);
  guardNavigation(app);
  guardSessions(app);
}
