import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fromUtf8 } from '../../../shared/base/bytes.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { fingerprint, publicKeyLine } from '../../../shared/bundle/ssh-key.ts';
import { writeLeaves } from '../../../shared/checkpoint/leaves-file.ts';
import { treeRoot } from '../../../shared/checkpoint/merkle-tree.ts';
import { leavesOf } from '../../../shared/ledger/leaves.ts';
import { withIntent } from '../../handlers/with-intent.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { rotateLedgerKey } from '../../node/ledger-key.ts';
import { createLedgerStore, ledgerKeyFile } from '../../node/ledger-store.ts';
import { auditIn } from '../audit-here.ts';
import type { CommandOutcome } from '../outcome.ts';

/** `ledger checkpoint`: name, key and present state, to print, to compare and to hand to regulators. */
export async function ledgerCheckpoint(folder: string, out: string | undefined): Promise<CommandOutcome> {
  const store = createLedgerStore(folder);
  const { entries } = await store.read('release');
  const { origin, publicKey } = await store.identity();
  const leaves = leavesOf(entries, nodeCrypto);
  const root = treeRoot(leaves, nodeCrypto);
  const note = await store.signCheckpoint({ size: leaves.length, root });
  if (out !== undefined) {
    await mkdir(out, { recursive: true });
    await writeAtomic(join(out, 'checkpoint.txt'), note);
    await writeAtomic(join(out, 'leaves.txt'), writeLeaves(leaves));
  }
  const key = publicKeyLine(publicKey, '');
  const text = `name ${origin}\nkey  ${key}\nroot ${toHex(root)} over ${leaves.length} entries\n\n${fromUtf8(note) ?? ''}`;
  return { exitCode: 0, json: { origin, key, size: leaves.length, root: toHex(root) }, text };
}

/** `ledger rotate-key`: a new key under the same name, recorded before and after. */
export async function rotateKey(folder: string): Promise<CommandOutcome> {
  const store = createLedgerStore(folder);
  const { origin, publicKey: old } = await store.identity();
  const detail = { fingerprint: fingerprint(old, nodeCrypto), ledger: origin };
  const { signer } = await withIntent(auditIn(folder), 'ledger.rotate-key', detail, () =>
    rotateLedgerKey(join(folder, ledgerKeyFile)),
  );
  const key = publicKeyLine(signer.publicKey, '');
  const text = `name ${origin}\nkey  ${key}\nTell regulators, so that their trust lists name it beside the old one.\n`;
  return { exitCode: 0, json: { origin, key, before: publicKeyLine(old, '') }, text };
}
