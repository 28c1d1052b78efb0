import { attachLedger } from '../../shared/bundle/attach-ledger.ts';
import type { SealedBundle } from '../../shared/bundle/seal.ts';
import { treeRoot } from '../../shared/checkpoint/merkle-tree.ts';
import { leavesOf } from '../../shared/ledger/leaves.ts';
import type { HeldAgainstLedger, HoldingPorts } from './earlier-releases.ts';

/**
 * `bytes`, a signed bundle, with the ledger's checkpoint and leaves up to and including this release, as it will be once the release is
 * recorded. A demonstration stays as it is. Refuses as `Ledger.identity`.
 */
export async function attachCheckpoint(
  bytes: Uint8Array,
  { releaseId, releaseDigest }: Pick<SealedBundle, 'releaseId' | 'releaseDigest'>,
  { entries, place }: Pick<HeldAgainstLedger, 'entries' | 'place'>,
  { ledger, crypto }: HoldingPorts,
): Promise<Uint8Array> {
  if (place === undefined) return bytes;
  const own = { kind: 'release', releaseDigest, releaseId, sequence: place.sequence } as const;
  const leaves = leavesOf([...entries, own], crypto);
  const root = treeRoot(leaves, crypto);
  return attachLedger(bytes, {
    checkpoint: await ledger.signCheckpoint({ size: leaves.length, root }),
    leaves,
  });
}
