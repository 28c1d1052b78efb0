import { Refusal } from '../../../shared/base/failure.ts';
import { fromUtf8 } from '../../../shared/base/bytes.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { readKeyLine } from '../../../shared/bundle/ssh-key.ts';
import { readCheckpoint } from '../../../shared/checkpoint/checkpoint.ts';
import { cosignaturesOf } from '../../../shared/checkpoint/cosignature.ts';
import { treeRoot } from '../../../shared/checkpoint/merkle-tree.ts';
import { leavesOf } from '../../../shared/ledger/leaves.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { createLedgerStore } from '../../node/ledger-store.ts';
import { readLocalFile } from '../../node/local-file.ts';
import type { CommandOutcome } from '../outcome.ts';

const largestReceipt = 1_000_000;
const largestKeyFile = 1 << 16;

/** A receipt, whose it should be, and the ledger it should be of. */
export interface ReceiptCheck {
  readonly path: string;
  /** The witness's public key, a file of one line as keygen writes it. */
  readonly keyPath: string;
  readonly name: string;
  /** Folder of the ledger. */
  readonly ledger: string;
}

/**
 * `receipt check`: whether a receipt is signed by the witness and tells a state of the ledger of this workstation. Exit code 1 where
 * not. Throws `Refusal` `receipt-unreadable`, `bad-option`, and as files and the ledger do.
 */
export async function checkReceipt({ path, keyPath, name, ledger }: ReceiptCheck): Promise<CommandOutcome> {
  const read = readCheckpoint(await readLocalFile(path, largestReceipt));
  if (read === undefined)
    throw new Refusal('receipt-unreadable', `${path} is no receipt: it holds no signed checkpoint.`, {
      path,
    });
  const times = cosignaturesOf(read, name, await witnessKey(keyPath), nodeCrypto).map(({ time }) => time);
  const { origin, size, root } = read.checkpoint;
  const isOwn = await isStateOf(ledger, read.checkpoint);
  const lines = [
    times.length === 0
      ? `FAILED not signed by ${name} with this key`
      : `ok     signed by ${name}, who says at ${times.map((time) => timeText(time)).join(', ')}`,
    isOwn
      ? `ok     a state of the ledger of this workstation: ${size} entries`
      : `FAILED no state of the ledger of this workstation: ask ${name} for all leaves they saw, and compare`,
  ];
  const holds = times.length > 0 && isOwn;
  return {
    exitCode: holds ? 0 : 1,
    json: { holds, origin, size, root: toHex(root), name, times, ownState: isOwn },
    text: `${lines.join('\n')}\n`,
  };
}

async function witnessKey(path: string): Promise<Uint8Array> {
  const line = fromUtf8(await readLocalFile(path, largestKeyFile))?.trim() ?? '';
  const key = readKeyLine(line);
  if (key?.type === 'ssh-ed25519') return key.point;
  throw new Refusal(
    'bad-option',
    `--key ${path}: give the witness's public key, a line that begins ssh-ed25519.`,
    {
      option: 'key',
    },
  );
}

async function isStateOf(
  folder: string,
  { origin, size, root }: { readonly origin: string; readonly size: number; readonly root: Uint8Array },
): Promise<boolean> {
  const store = createLedgerStore(folder);
  const { entries } = await store.read('release');
  if (size > entries.length || (await store.identity()).origin !== origin) return false;
  const leaves = leavesOf(entries, nodeCrypto).slice(0, size);
  return toHex(treeRoot(leaves, nodeCrypto)) === toHex(root);
}

/** Seconds since 1970 as UTC; the number itself where a calendar has no such day. */
function timeText(seconds: number): string {
  return seconds > 253_402_300_799 ? `${seconds}` : new Date(seconds * 1000).toISOString();
}
