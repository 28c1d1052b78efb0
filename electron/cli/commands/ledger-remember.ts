import {
  type OfferedLedger,
  offeredLedger,
  type LedgerFiles,
} from '../../../shared/checkpoint/offered-ledger.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import type { Witness } from '../../handlers/ports/witness.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { readLocalFile } from '../../node/local-file.ts';
import type { CommandOutcome } from '../outcome.ts';
import { readTrust } from './verify.ts';

const largestNote = 1_000_000;
const largestLeaves = 10_000_000;

/** Files a publisher handed over, whose keys are known, and what was seen before. */
export interface RememberRequest {
  readonly checkpoint: string;
  readonly leaves: string;
  readonly trustPath: string;
  readonly witness: Witness;
}

/** `ledger remember`: a withdrawal reaches a reader who holds the bundle already. Throws `Refusal` as files and `readTrust`. */
export async function rememberFiles(request: RememberRequest): Promise<CommandOutcome> {
  const files = {
    checkpoint: await readLocalFile(request.checkpoint, largestNote),
    leaves: await readLocalFile(request.leaves, largestLeaves),
  };
  return rememberLedger(files, await readTrust(request.trustPath), request.witness);
}

/** Takes a state of a ledger in under the rules of witnesses. Exit code 1: refused, with its code, and nothing is remembered. */
export async function rememberLedger(
  files: LedgerFiles,
  { ledgerKeys }: Pick<Trust, 'ledgerKeys'>,
  witness: Witness,
): Promise<CommandOutcome> {
  const offered = offeredLedger(files, { ledgerKeys, seen: await witness.seen() }, nodeCrypto);
  if (offered.kind === 'refused') {
    const { code } = offered;
    return {
      exitCode: 1,
      json: { remembered: false, code },
      text: `Not remembered.\n${code} ${reasons[code]}\n`,
    };
  }
  const { ledger, standing } = offered;
  await witness.remember(ledger);
  const { origin, size, root } = ledger;
  return {
    exitCode: 0,
    json: { remembered: true, origin, size, root, standing },
    text: `remembered ${origin}: ${size} entries, root ${root}\nVerify the bundles of this publisher again: what was withdrawn shows now.\n`,
  };
}

type Code = Extract<OfferedLedger, { readonly kind: 'refused' }>['code'];

const reasons: Readonly<Record<Code, string>> = {
  E_LEDGER: 'The checkpoint and the leaves are not well-formed, or do not fit each other.',
  E_LEDGER_KEY: 'The checkpoint is not signed by a key your trust list names for this ledger.',
  E_FORK: 'Fork: the publisher showed you another history of its releases before. Keep both, and ask.',
  E_ROLLBACK: 'Rollback: a longer history of this ledger was seen before.',
};
