import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJsonFile } from '../../shared/base/canonical-json.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { toHex } from '../../shared/base/hex.ts';
import { signCheckpoint } from '../../shared/checkpoint/checkpoint.ts';
import { releasesOf, type ReleaseToRecord, withdrawalOf } from '../../shared/ledger/ledger-entry.ts';
import type { Addition, ChainName, Ledger, LedgerState, Withdrawal } from '../handlers/ports/ledger.ts';
import { writeAtomic } from './atomic-file.ts';
import { nodeCrypto } from './crypto.ts';
import { append, bytesOf, keptBundle, readLedger, repaired } from './ledger-chain.ts';
import { createLedgerKey, type LedgerKey, missingKey, readLedgerKey } from './ledger-key.ts';
import { withLock } from './ledger-lock.ts';
import { bundleFile, type ChainPlace, placeOfChain } from './ledger-place.ts';
import { behind, unreadable } from './ledger-refusals.ts';

/** Refusals that say that nothing was changed. */
const nothingWritten = new Set(['disk-full', 'not-writable', 'write-failed']);
const patienceMilliseconds = 10_000;

/** Name of the file with the key that signs checkpoints, in the folder of the ledger. */
export const ledgerKeyFile = 'ledger-key.json';

/**
 * Keeps the ledger in `folder`: for each chain a folder with `ledger.jsonl`, and for releases the bundles, each named by its
 * digest, and signed withdrawals; beside them the key that signs checkpoints. Every file is written whole or not at all and readable by its owner only. Before a bundle goes out `pending.json` says so;
 * where it is found again the release counts as out, since it may be.
 */
export function createLedgerStore(folder: string, patience = patienceMilliseconds): Ledger {
  const locked = async <T>(name: ChainName, work: (chain: ChainPlace) => Promise<T>): Promise<T> => {
    const chain = placeOfChain(folder, name);
    await mkdir(chain.bundles ?? chain.folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw unreadable(chain.folder, error);
    });
    return withLock(chain.lock, patience, () => work(chain));
  };
  return {
    read: (name) => locked(name, repaired),
    kept: (entry) => keptBundle(placeOfChain(folder, 'release'), entry.bundle),
    record: (name, addition, write) => locked(name, (chain) => record(chain, addition, write)),
    withdraw: (withdrawal) => locked('release', (chain) => withdrawRelease(chain, withdrawal)),
    identity: () =>
      locked('release', async (chain) => {
        const { origin, signer, before } = await keyOf(folder, chain);
        return { origin, publicKey: signer.publicKey, before };
      }),
    signCheckpoint: (checkpoint) =>
      locked('release', async (chain) => {
        const { origin, signer } = await keyOf(folder, chain);
        return signCheckpoint({ ...checkpoint, origin }, signer, nodeCrypto);
      }),
  };
}

/** The key of the ledger, made the first time. Where there are entries it must be there: another key would be another ledger. */
async function keyOf(folder: string, chain: ChainPlace): Promise<LedgerKey> {
  const file = join(folder, ledgerKeyFile);
  const key = await readLedgerKey(file);
  if (key !== undefined) return key;
  if ((await bytesOf(chain.ledger)).length > 0) throw missingKey(file);
  return createLedgerKey(file);
}

async function record(chain: ChainPlace, addition: Addition, write: () => Promise<void>): Promise<void> {
  const { head, release, bytes } = addition;
  const state = await repaired(chain);
  if (state.head !== head)
    throw new Refusal(
      'ledger-moved',
      'Another release was recorded in the meantime. Nothing was written: evaluate the gates and sign again.',
    );
  if (chain.bundles !== undefined) await writeAtomic(bundleFile(chain.bundles, release.bundle), bytes);
  await writeAtomic(chain.pending, canonicalJsonFile({ version: 1, head, release }));
  try {
    await write();
  } catch (error) {
    if (error instanceof Refusal && nothingWritten.has(error.failure.code)) await forget(chain, release);
    else await append(chain, state, release).catch(() => undefined);
    throw error;
  }
  await append(chain, state, release).catch((error: unknown) => {
    throw behind(chain, error);
  });
}

/** Takes back what was noted of a release that was not written after all. */
async function forget(chain: ChainPlace, { bundle }: ReleaseToRecord): Promise<void> {
  const { entries } = await readLedger(chain);
  await rm(chain.pending, { force: true });
  const isKept = releasesOf(entries).some((entry) => entry.bundle === bundle);
  if (chain.bundles !== undefined && !isKept) await rm(bundleFile(chain.bundles, bundle), { force: true });
}

async function withdrawRelease(chain: ChainPlace, withdrawal: Withdrawal): Promise<LedgerState> {
  const { releaseDigest, reason, statement, signature } = withdrawal;
  const state = await repaired(chain);
  const release = releasesOf(state.entries).find((entry) => entry.releaseDigest === releaseDigest);
  if (release === undefined)
    throw new Refusal(
      'not-in-ledger',
      'This release is not in the ledger of this workstation. Withdraw it where it was released.',
    );
  if (withdrawalOf(state.entries, releaseDigest) !== undefined)
    throw new Refusal('already-withdrawn', `${release.releaseId} is withdrawn already.`, {
      releaseId: release.releaseId,
    });
  const digest = toHex(nodeCrypto.sha256(statement));
  await mkdir(chain.withdrawals, { recursive: true, mode: 0o700 });
  const file = join(chain.withdrawals, `${digest}.json`);
  await writeAtomic(file, statement);
  await writeAtomic(`${file}.sig`, signature);
  const { releaseId } = release;
  return append(chain, state, {
    kind: 'withdrawal',
    version: 1,
    releaseId,
    releaseDigest,
    statement: digest,
    reason,
  });
}
