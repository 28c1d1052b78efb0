import { toHex } from '../base/hex.ts';
import { type Checkpoint, readCheckpoint } from '../checkpoint/checkpoint.ts';
import { ledgerLeafHash } from '../checkpoint/ledger-leaf.ts';
import { readLeaves } from '../checkpoint/leaves-file.ts';
import { treeRoot } from '../checkpoint/merkle-tree.ts';
import type { SeenLedger } from '../checkpoint/seen-ledger.ts';
import { isSignedBy, type SignedNote } from '../checkpoint/signed-note.ts';
import { comparable, type Standing, standingOf } from '../checkpoint/witness.ts';
import type { Crypto } from '../ports/crypto.ts';
import { ledgerPaths } from './names.ts';
import { type Particular, particular } from './particular.ts';
import type { LedgerPlace, Release } from './release.ts';
import { type Check, failed, passed } from './report.ts';
import type { Trust } from './trust.ts';
import type { BundleFiles } from './zip-write.ts';

/** Whether the ledger in a bundle holds, and, where it does, what a verifier that accepts the bundle remembers of it. */
export interface CheckedLedger {
  readonly check: Check;
  readonly ledger?: SeenLedger;
}

/** What the ledger is checked for. */
export interface LedgerContext {
  readonly release: Pick<Release, 'id' | 'ledger'>;
  readonly releaseDigest: string;
  readonly trust: Pick<Trust, 'ledgerKeys' | 'seen'> | undefined;
  readonly crypto: Crypto;
}

interface Found {
  readonly place: LedgerPlace;
  readonly checkpoint: Checkpoint;
  readonly note: SignedNote;
  readonly leaves: readonly Uint8Array[];
}

/**
 * Checkpoint and leaves of a bundle: they go just up to this release, agree with the root it names, are signed by a key the trust list names
 * for the origin, and continue or begin what was seen before; and nothing seen since withdraws the release. Codes `E_EXTRA_FILE`,
 * `E_LEDGER`, `E_LEDGER_KEY`, `E_FORK` and `E_WITHDRAWN`.
 */
export function verifyLedger(files: BundleFiles, context: LedgerContext): CheckedLedger {
  const { ledger: place } = context.release;
  if (place === null) return { check: withoutLedger(files) };
  const found = foundIn(files, place, context);
  if ('what' in found) return { check: failed('ledger', 'E_LEDGER', [found]) };
  const key = signingKey(found, context);
  if (key === undefined) {
    const keys = keysFor(found, context).length;
    return { check: failed('ledger', 'E_LEDGER_KEY', [particular('ledger-key', { keys, ...named(place) })]) };
  }
  return besideSeen(found, key, context);
}

function withoutLedger(files: BundleFiles): Check {
  const extra = Object.values(ledgerPaths).filter((path) => files.has(path));
  if (extra.length > 0)
    return failed('ledger', 'E_EXTRA_FILE', [particular('files-extra', { paths: extra.join(', ') })]);
  return passed('ledger', 'no ledger', [particular('ledger-none', {})]);
}

function foundIn(files: BundleFiles, place: LedgerPlace, context: LedgerContext): Found | Particular {
  const [noteFile, leavesFile] = [files.get(ledgerPaths.checkpoint), files.get(ledgerPaths.leaves)];
  if (noteFile === undefined || leavesFile === undefined) {
    const paths = Object.values(ledgerPaths).filter((path) => !files.has(path));
    return particular('files-missing', { paths: paths.join(', ') });
  }
  const read = readCheckpoint(noteFile);
  if (read === undefined) return particular('ledger-file-form', {}, { path: ledgerPaths.checkpoint });
  const leaves = readLeaves(leavesFile);
  if (leaves === undefined) return particular('ledger-file-form', {}, { path: ledgerPaths.leaves });
  const found = { place, leaves, ...read };
  return misfit(found, context) ?? found;
}

function misfit(found: Found, context: LedgerContext): Particular | undefined {
  return misfitOfNote(found) ?? misfitOfLeaves(found, context);
}

function misfitOfNote({ place, checkpoint, note, leaves }: Found): Particular | undefined {
  const { origin, size } = checkpoint;
  const [signature, ...more] = note.signatures;
  if (origin !== place.origin) return particular('ledger-origin', { found: origin, named: place.origin });
  if (more.length > 0 || signature?.name !== origin || signature.signature.length !== 64)
    return particular('ledger-signatures', {});
  if (size !== leaves.length || size !== place.sequence + 1)
    return particular('ledger-size', { size, leaves: leaves.length, position: place.sequence });
  return undefined;
}

function misfitOfLeaves(
  { place, checkpoint, leaves }: Found,
  context: LedgerContext,
): Particular | undefined {
  const { release, releaseDigest, crypto } = context;
  if (toHex(treeRoot(leaves, crypto)) !== toHex(checkpoint.root)) return particular('ledger-root', {});
  if (toHex(treeRoot(leaves.slice(0, -1), crypto)) !== place.previousRoot)
    return particular('ledger-previous', {});
  const { sequence } = place;
  const own = ledgerLeafHash({ kind: 'release', releaseDigest, releaseId: release.id, sequence }, crypto);
  return toHex(own) === toHex(leaves.at(-1) ?? own.slice(1)) ? undefined : particular('ledger-leaf', {});
}

function keysFor({ place }: Found, { trust }: LedgerContext): readonly Uint8Array[] {
  return (trust?.ledgerKeys ?? [])
    .filter(({ origin }) => origin === place.origin)
    .map(({ publicKey }) => publicKey);
}

/** The key that signed, in hexadecimal; empty where the trust list names none; `undefined` where it names others. */
function signingKey(found: Found, context: LedgerContext): string | undefined {
  const keys = keysFor(found, context);
  if (keys.length === 0) return '';
  const key = keys.find((one) => isSignedBy(found.note, found.place.origin, one, context.crypto));
  return key && toHex(key);
}

function besideSeen(found: Found, key: string, context: LedgerContext): CheckedLedger {
  const { place, checkpoint } = found;
  const ledger: SeenLedger = {
    origin: place.origin,
    key,
    size: checkpoint.size,
    root: toHex(checkpoint.root),
    leaves: found.leaves.map(toHex),
  };
  const trusted = keysFor(found, context).map(toHex);
  const before = comparable(ledger, context.trust?.seen ?? [], trusted);
  const fork = before.find((seen) => standingOf(ledger, seen) === 'fork');
  if (fork !== undefined) return { check: failed('ledger', 'E_FORK', [forkOf(ledger, fork)]) };
  const at = withdrawnAt(before, context);
  if (at !== undefined)
    return {
      check: failed('ledger', 'E_WITHDRAWN', [
        particular('ledger-withdrawn', { position: at, ...named(place) }),
      ]),
    };
  const longest = before.toSorted((a, b) => b.size - a.size)[0];
  const notes = [
    particular('ledger-place', { position: place.sequence, root: ledger.root, ...named(place) }),
    ...(key === '' ? [particular('ledger-key-unknown', {})] : []),
    standingNote(standingOf(ledger, longest), longest?.size ?? 0),
  ];
  return { check: passed('ledger', 'The ledger holds.', notes), ledger };
}

function forkOf({ origin, size, root }: SeenLedger, seen: SeenLedger): Particular {
  return particular('ledger-fork', { origin, size, root, seenSize: seen.size, seenRoot: seen.root });
}

/** Where a ledger seen before withdraws the release. */
function withdrawnAt(before: readonly SeenLedger[], context: LedgerContext): number | undefined {
  const { release, releaseDigest, crypto } = context;
  const from = (release.ledger?.sequence ?? 0) + 1;
  for (const { leaves } of before)
    for (let sequence = from; sequence < leaves.length; sequence++) {
      const leaf = { kind: 'withdrawal', releaseDigest, releaseId: release.id, sequence } as const;
      if (leaves[sequence] === toHex(ledgerLeafHash(leaf, crypto))) return sequence;
    }
  return undefined;
}

function standingNote(standing: Standing, seenSize: number): Particular {
  if (standing === 'older') return particular('ledger-older', { seenSize });
  if (standing === 'newer') return particular('ledger-newer', { seenSize });
  return standing === 'same' ? particular('ledger-same', {}) : particular('ledger-new', {});
}

function named({ origin }: LedgerPlace): { readonly origin: string } {
  return { origin };
}
