import { nodeCrypto } from '../../electron/node/crypto.ts';
import { signerFromSeed } from '../../electron/node/signer.ts';
import { toHex } from '../../shared/base/hex.ts';
import { attachLedger } from '../../shared/bundle/attach-ledger.ts';
import { sealBundle } from '../../shared/bundle/seal.ts';
import type { LedgerKey } from '../../shared/bundle/trust.ts';
import { signCheckpoint } from '../../shared/checkpoint/checkpoint.ts';
import type { LedgerLeaf } from '../../shared/checkpoint/ledger-leaf.ts';
import { treeRoot } from '../../shared/checkpoint/merkle-tree.ts';
import type { SeenLedger } from '../../shared/checkpoint/seen-ledger.ts';
import { leavesOf, nextPlace } from '../../shared/ledger/leaves.ts';
import type { Signer } from '../../shared/ports/crypto.ts';
import { signSteps, smallContents } from './small-bundle.ts';

/** A ledger of a publisher, as a list of what it says; entries of a test need no more. */
export interface LedgerOf {
  readonly origin: string;
  readonly signer: Signer;
  readonly leaves: readonly LedgerLeaf[];
}

/** An Ed25519 key that is the same in each run. */
export function ledgerSigner(seed: number): Signer {
  return signerFromSeed(new Uint8Array(32).fill(seed));
}

/** An empty ledger. */
export function emptyLedger(seed = 40, origin = 'freigabe.00000000000000aa'): LedgerOf {
  return { origin, signer: ledgerSigner(seed), leaves: [] };
}

/** A release called `title` behind `ledger`, signed by three people, and the ledger with it. */
export async function published(
  ledger: LedgerOf,
  title: string,
): Promise<{ readonly bytes: Uint8Array; readonly ledger: LedgerOf }> {
  const place = nextPlace(ledger.origin, ledger.leaves, nodeCrypto);
  const { recipe } = smallContents();
  const sealed = sealBundle(smallContents({ ledger: place, recipe: { ...recipe, title } }), nodeCrypto);
  const { releaseId, releaseDigest } = sealed;
  const leaf = { kind: 'release', releaseDigest, releaseId, sequence: place.sequence } as const;
  const longer = { ...ledger, leaves: [...ledger.leaves, leaf] };
  return { bytes: await withLedger(await signSteps(sealed), longer), ledger: longer };
}

/** The ledger with the withdrawal of the release at `position` behind it. */
export function withdrawing(ledger: LedgerOf, position: number): LedgerOf {
  const of = ledger.leaves[position];
  if (of === undefined) throw new Error('there is no such release');
  const leaf = { ...of, kind: 'withdrawal', sequence: ledger.leaves.length } as const;
  return { ...ledger, leaves: [...ledger.leaves, leaf] };
}

/** A bundle with this ledger attached, whatever it names. */
export async function withLedger(bytes: Uint8Array, ledger: LedgerOf): Promise<Uint8Array> {
  const { origin, signer } = ledger;
  const leaves = leavesOf(ledger.leaves, nodeCrypto);
  const root = treeRoot(leaves, nodeCrypto);
  const checkpoint = await signCheckpoint({ origin, size: leaves.length, root }, signer, nodeCrypto);
  return attachLedger(bytes, { checkpoint, leaves });
}

/** What somebody who accepted this ledger remembers. */
export function seenOf(ledger: LedgerOf, key = toHex(ledger.signer.publicKey)): SeenLedger {
  const leaves = leavesOf(ledger.leaves, nodeCrypto);
  const root = toHex(treeRoot(leaves, nodeCrypto));
  return { origin: ledger.origin, key, size: leaves.length, root, leaves: leaves.map(toHex) };
}

/** The key of a ledger as a trust list names it. */
export function keyOf({ origin, signer: { publicKey } }: LedgerOf): LedgerKey {
  return { origin, publicKey };
}
