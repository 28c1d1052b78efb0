import { toHex } from '../base/hex.ts';
import { ledgerLeafHash } from '../checkpoint/ledger-leaf.ts';
import { treeRoot } from '../checkpoint/merkle-tree.ts';
import type { Crypto } from '../ports/crypto.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** What a leaf is made of: an entry's kind, release and number. */
type LeafSource = Pick<LedgerEntry, 'kind' | 'releaseDigest' | 'releaseId' | 'sequence'>;

/** The leaf hashes of a ledger as others see it, oldest first. */
export function leavesOf(entries: readonly LeafSource[], crypto: Crypto): readonly Uint8Array[] {
  return entries.map((entry) => ledgerLeafHash(entry, crypto));
}

/** The place of the release that comes next in the ledger `origin`. */
export function nextPlace(
  origin: string,
  entries: readonly LeafSource[],
  crypto: Crypto,
): { readonly origin: string; readonly sequence: number; readonly previousRoot: string } {
  const previousRoot = toHex(treeRoot(leavesOf(entries, crypto), crypto));
  return { origin, sequence: entries.length, previousRoot };
}
