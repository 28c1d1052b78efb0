import { writeLeaves } from '../checkpoint/leaves-file.ts';
import { ledgerPaths } from './names.ts';
import { readZip } from './zip-read.ts';
import { writeZip } from './zip-write.ts';

/** The ledger up to a release, as its bundle carries it. */
export interface LedgerFiles {
  /** A signed checkpoint. */
  readonly checkpoint: Uint8Array;
  /** Leaf hashes, the release's own last. */
  readonly leaves: readonly Uint8Array[];
}

/** `bundle` with the two files of the ledger; those it had are replaced. Nothing is checked: verify the result. */
export function attachLedger(bundle: Uint8Array, { checkpoint, leaves }: LedgerFiles): Uint8Array {
  const zip = readZip(bundle);
  if (!zip.ok) throw new Error('only a sealed bundle carries a ledger');
  const files = new Map(zip.files);
  files.set(ledgerPaths.checkpoint, checkpoint).set(ledgerPaths.leaves, writeLeaves(leaves));
  return writeZip(files);
}
