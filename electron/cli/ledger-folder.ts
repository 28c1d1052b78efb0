import { homedir } from 'node:os';
import { join } from 'node:path';

/** Name of the folder in which the window keeps its data, as Electron derives it from the name of the application. */
const application = 'freigabe';

/** How `--ledger` is told in help texts. */
export const ledgerHelp = `  --ledger DIR    folder of the ledger (default: the one the window uses)`;

/** Where the ledger lies: the folder asked for, or the one the window uses for this user. */
export function ledgerFolder(asked: string | undefined): string {
  return asked ?? join(userData(process.platform, process.env), 'ledger');
}

/** Where what does not fit into memory goes while an extract is read, as for the window. */
export function spillFolder(): string {
  return join(userData(process.platform, process.env), 'spill');
}

function userData(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), application);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', application);
  const asked = environment['XDG_CONFIG_HOME'];
  return join(asked === undefined || asked === '' ? join(homedir(), '.config') : asked, application);
}
