import { toHex } from '../base/hex.ts';
import type { Crypto } from '../ports/crypto.ts';
import { readCheckpoint } from './checkpoint.ts';
import { readLeaves } from './leaves-file.ts';
import { treeRoot } from './merkle-tree.ts';
import type { SeenLedger } from './seen-ledger.ts';
import { isSignedBy } from './signed-note.ts';
import { comparable, type Standing, standingOf } from './witness.ts';

/** A state of a ledger as its publisher hands it over: the files `ledger checkpoint --out` writes. */
export interface LedgerFiles {
  readonly checkpoint: Uint8Array;
  readonly leaves: Uint8Array;
}

/** What a witness knows: the keys it believes, by origin, and what it saw before. */
export interface WitnessGround {
  readonly ledgerKeys: readonly { readonly origin: string; readonly publicKey: Uint8Array }[];
  readonly seen: readonly SeenLedger[];
}

/**
 * A state that may be remembered, or why not: `E_LEDGER` where the files are not well-formed or do not fit each other,
 * `E_LEDGER_KEY` where no believed key of the origin signed, `E_FORK` where it disagrees with what was seen, and `E_ROLLBACK`
 * where more was seen before.
 */
export type OfferedLedger =
  | {
      readonly kind: 'held';
      readonly ledger: SeenLedger;
      readonly standing: Exclude<Standing, 'older' | 'fork'>;
    }
  | { readonly kind: 'refused'; readonly code: 'E_LEDGER' | 'E_LEDGER_KEY' | 'E_FORK' | 'E_ROLLBACK' };

/** Holds the files against each other, against the keys and against what was seen: the rules of `README.md`, for a state that comes without a bundle. */
export function offeredLedger(files: LedgerFiles, ground: WitnessGround, crypto: Crypto): OfferedLedger {
  const read = readCheckpoint(files.checkpoint);
  const leaves = readLeaves(files.leaves);
  if (read === undefined || leaves === undefined) return { kind: 'refused', code: 'E_LEDGER' };
  const { checkpoint, note } = read;
  const { origin, size } = checkpoint;
  const root = toHex(checkpoint.root);
  if (size !== leaves.length || toHex(treeRoot(leaves, crypto)) !== root)
    return { kind: 'refused', code: 'E_LEDGER' };
  const keys = ground.ledgerKeys.filter((one) => one.origin === origin).map(({ publicKey }) => publicKey);
  const key = keys.find((one) => isSignedBy(note, origin, one, crypto));
  if (key === undefined) return { kind: 'refused', code: 'E_LEDGER_KEY' };
  const ledger = { origin, key: toHex(key), size, root, leaves: leaves.map(toHex) };
  return besideSeen(ledger, comparable(ledger, ground.seen, keys.map(toHex)));
}

function besideSeen(ledger: SeenLedger, before: readonly SeenLedger[]): OfferedLedger {
  const standings = new Set(before.map((seen) => standingOf(ledger, seen)));
  if (standings.has('fork')) return { kind: 'refused', code: 'E_FORK' };
  if (standings.has('older')) return { kind: 'refused', code: 'E_ROLLBACK' };
  const standing = standings.has('same') ? 'same' : 'newer';
  return { kind: 'held', ledger, standing: before.length === 0 ? 'new' : standing };
}
