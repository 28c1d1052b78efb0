import { dirname, join } from 'node:path';
import type { Witness } from '../handlers/ports/witness.ts';
import { createWitnessStore } from '../node/witness-store.ts';
import { ledgerFolder } from './ledger-folder.ts';

/** How `--witness` is told in help texts. */
export const witnessHelp = `  --witness F  what was seen of publishers' ledgers (default: the file the window keeps)`;

/** What was seen of publishers' ledgers: in the file asked for, or in the one the window keeps for this user. */
export function witnessIn(asked: string | undefined): Witness {
  return createWitnessStore(asked ?? join(dirname(ledgerFolder(undefined)), 'witness.json'));
}
