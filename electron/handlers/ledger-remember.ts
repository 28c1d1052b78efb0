import { concatBytes } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { toHex } from '../../shared/base/hex.ts';
import { type OfferedLedger, offeredLedger } from '../../shared/checkpoint/offered-ledger.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { Journal } from './ports/journal.ts';
import type { TrustStore } from './ports/trust-store.ts';
import type { Witness } from './ports/witness.ts';
import { withIntent } from './with-intent.ts';

const largestNote = 1_000_000;
const largestLeaves = 10_000_000;

interface RememberPorts {
  readonly dialogs: Pick<Dialogs, 'openFile'>;
  readonly files: Pick<Files, 'read'>;
  readonly trust: Pick<TrustStore, 'load'>;
  readonly witness: Witness;
  readonly journal: Journal;
  readonly crypto: Crypto;
}

/**
 * Takes in the state of a publisher's ledger, two files it handed over, by the rules of witnesses: so a withdrawal arrives without a bundle. No
 * bundle vouches for the files, so a list that is believed must name the key of the ledger. Recorded before and after.
 */
export function ledgerRemember(ports: RememberPorts): Handler<'ledger.remember'> {
  const { dialogs, files, trust, witness, journal, crypto } = ports;
  return async () => {
    const checkpointPath = await dialogs.openFile('checkpoint');
    const leavesPath = checkpointPath === undefined ? undefined : await dialogs.openFile('leaves');
    if (checkpointPath === undefined || leavesPath === undefined) return undefined;
    const checkpoint = await files.read(checkpointPath, largestNote);
    const leaves = await files.read(leavesPath, largestLeaves);
    const digest = toHex(crypto.sha256(concatBytes([checkpoint, leaves])));
    return withIntent(journal, 'ledger.remember', { digest }, async () => {
      const { ledgerKeys, seen = [] } = await trust.load();
      const offered = offeredLedger({ checkpoint, leaves }, { ledgerKeys, seen }, crypto);
      if (offered.kind === 'refused') throw refused(offered.code);
      await witness.remember(offered.ledger);
      const { origin, size } = offered.ledger;
      return { origin, entries: size, standing: offered.standing };
    });
  };
}

type Code = Extract<OfferedLedger, { readonly kind: 'refused' }>['code'];

function refused(code: Code): Refusal {
  switch (code) {
    case 'E_LEDGER':
      return new Refusal(
        'ledger-state-form',
        'These are not the two files of one state of a ledger, or they do not fit each other. Choose checkpoint.txt first, then the leaves.txt that came with it.',
      );
    case 'E_LEDGER_KEY':
      return new Refusal(
        'ledger-state-key',
        'No trust list you believe names the key that signed this state. Take in the trust list of the publisher first.',
      );
    case 'E_FORK':
      return new Refusal(
        'ledger-state-fork',
        'The publisher showed you another history of its releases before: the ledger was forked. Nothing was remembered. Keep both states, and ask.',
      );
    case 'E_ROLLBACK':
      return new Refusal(
        'ledger-state-older',
        'A longer history of this ledger was seen before. Nothing was remembered: ask the publisher for its present state.',
      );
  }
}
