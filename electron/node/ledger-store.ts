import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJsonFile } from '../../shared/base/canonical-json.ts';
import { equalBytes } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { toHex } from '../../shared/base/hex.ts';
import { bundleExtension } from '../../shared/bundle/names.ts';
import { signCheckpoint } from '../../shared/checkpoint/checkpoint.ts';
import { nextEntry, readChain, writeChain } from '../../shared/ledger/chain.ts';
import {
  type ReleaseEntry,
  releasesOf,
  type ReleaseToRecord,
  withdrawalOf,
  type WithdrawalToRecord,
} from '../../shared/ledger/ledger-entry.ts';
import { PendingRelease } from '../../shared/ledger/pending.ts';
import type { Addition, ChainName, Ledger, LedgerState, Withdrawal } from '../handlers/ports/ledger.ts';
import { removeAbandoned } from './abandoned-files.ts';
import { writeAtomic } from './atomic-file.ts';
import { nodeCrypto } from './crypto.ts';
import { createLedgerKey, type LedgerKey, missingKey, readLedgerKey } from './ledger-key.ts';
import { withLock } from './ledger-lock.ts';

/** Refusals that say that nothing was changed. */
const nothingWritten = new Set(['disk-full', 'not-writable', 'write-failed']);
const patienceMilliseconds = 10_000;

/** Where one chain lies. */
interface Chain {
  readonly folder: string;
  readonly ledger: string;
  readonly pending: string;
  readonly lock: string;
  /** Folder of kept bundles; a demonstration keeps none. */
  readonly bundles: string | undefined;
  /** Folder of signed withdrawals. */
  readonly withdrawals: string;
}

/** Name of the file with the key that signs checkpoints, in the folder of the ledger. */
export const ledgerKeyFile = 'ledger-key.json';

/**
 * Keeps the ledger in `folder`: for each chain a folder with `ledger.jsonl`, and for releases the bundles, each named by its
 * digest, and signed withdrawals; beside them the key that signs checkpoints. Every file is written whole or not at all and readable by its owner only. Before a bundle goes out `pending.json` says so;
 * where it is found again the release counts as out, since it may be.
 */
export function createLedgerStore(folder: string, patience = patienceMilliseconds): Ledger {
  const locked = async <T>(name: ChainName, work: (chain: Chain) => Promise<T>): Promise<T> => {
    const chain = chainIn(folder, name);
    await mkdir(chain.bundles ?? chain.folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw unreadable(chain.folder, error);
    });
    return withLock(chain.lock, patience, () => work(chain));
  };
  return {
    read: (name) => locked(name, repaired),
    kept: (entry) => keptBundle(chainIn(folder, 'release'), entry.bundle),
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
async function keyOf(folder: string, chain: Chain): Promise<LedgerKey> {
  const file = join(folder, ledgerKeyFile);
  const key = await readLedgerKey(file);
  if (key !== undefined) return key;
  if ((await bytesOf(chain.ledger)).length > 0) throw missingKey(file);
  return createLedgerKey(file);
}

async function withdrawRelease(chain: Chain, withdrawal: Withdrawal): Promise<LedgerState> {
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

function chainIn(folder: string, name: ChainName): Chain {
  const own = join(folder, name);
  const at = (file: string): string => join(own, file);
  return {
    folder: own,
    ledger: at('ledger.jsonl'),
    pending: at('pending.json'),
    lock: at('lock'),
    bundles: name === 'release' ? at('bundles') : undefined,
    withdrawals: at('withdrawals'),
  };
}

async function record(chain: Chain, addition: Addition, write: () => Promise<void>): Promise<void> {
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

/** Reads the chain, after adding what an interruption kept from it. */
async function repaired(chain: Chain): Promise<LedgerState> {
  for (const each of [chain.folder, chain.bundles, chain.withdrawals])
    if (each !== undefined) void removeAbandoned(each);
  const state = await readLedger(chain);
  const pending = await readPending(chain);
  if (pending === undefined) return state;
  const last = state.entries.at(-1);
  if (pending.head !== state.head) {
    if (last?.kind !== 'release' || last.previous !== pending.head || last.bundle !== pending.release.bundle)
      throw broken(chain, state.entries.length);
    await rm(chain.pending).catch(() => undefined);
    return state;
  }
  if (chain.bundles !== undefined) await keptBundle(chain, pending.release.bundle);
  return append(chain, state, pending.release);
}

async function append(
  chain: Chain,
  { entries }: LedgerState,
  addition: ReleaseToRecord | WithdrawalToRecord,
): Promise<LedgerState> {
  const longer = [...entries, nextEntry(entries, addition, nodeCrypto)];
  const bytes = writeChain(longer);
  await writeAtomic(chain.ledger, bytes);
  const back = await readLedger(chain);
  if (back.entries.length !== longer.length || !equalBytes(writeChain(back.entries), bytes))
    throw broken(chain, longer.length);
  await rm(chain.pending, { force: true }).catch(() => undefined);
  return back;
}

async function forget(chain: Chain, { bundle }: ReleaseToRecord): Promise<void> {
  const { entries } = await readLedger(chain);
  await rm(chain.pending, { force: true });
  const isKept = releasesOf(entries).some((entry) => entry.bundle === bundle);
  if (chain.bundles !== undefined && !isKept) await rm(bundleFile(chain.bundles, bundle), { force: true });
}

async function readLedger(chain: Chain): Promise<LedgerState> {
  const read = readChain(await bytesOf(chain.ledger), nodeCrypto);
  if (read.ok) return read;
  throw read.fault === 'earlier' ? earlier(chain) : broken(chain, read.line);
}

async function readPending(chain: Chain): Promise<PendingRelease | undefined> {
  const bytes = await bytesOf(chain.pending);
  if (bytes.length === 0) return undefined;
  const pending = PendingRelease.safeParse(jsonIn(bytes)).data;
  if (pending === undefined) throw broken(chain, 0);
  return pending;
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

async function keptBundle({ bundles = '' }: Chain, digest: ReleaseEntry['bundle']): Promise<Uint8Array> {
  const file = bundleFile(bundles, digest);
  const bytes = await bytesOf(file);
  if (toHex(nodeCrypto.sha256(bytes)) === digest) return bytes;
  throw new Refusal(
    'ledger-bundle',
    `The ledger keeps an earlier release in ${file}, but the file is missing or another one. Put the exported bundle back there under that name.`,
    { file },
  );
}

function bundleFile(folder: string, digest: string): string {
  return join(folder, `${digest}${bundleExtension}`);
}

/** The contents of a file, nothing where there is none. */
async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array();
    throw unreadable(file, error);
  }
}

function broken({ ledger }: Chain, line: number): Refusal {
  return new Refusal(
    'ledger-broken',
    `The ledger ${ledger} was changed: line ${line} does not follow from the one before. Nothing can be signed until it is restored from a copy.`,
    { file: ledger, line },
  );
}

/** Of such a ledger no checkpoint was ever signed, so that a new one forks nothing. */
function earlier({ folder, ledger }: Chain): Refusal {
  return new Refusal(
    'ledger-earlier',
    `The ledger ${ledger} has the form of the first versions of Freigabe, which cannot be continued. If it is that old, rename the folder ${folder} and keep it: a new ledger begins, which does not know the old releases, so compare each new bundle with them by hand ("compare"). If it is newer, it was changed: restore it from a copy.`,
    { file: ledger, folder },
  );
}

/** The bundle is out and `pending.json` says so, but the entry could not be added. */
function behind({ ledger }: Chain, error: unknown): Refusal {
  const reason = error instanceof Refusal ? error.failure.code : codeOf(error);
  return new Refusal(
    'ledger-behind',
    `The bundle was written and counts as released, but the ledger ${ledger} could not be (${reason}). It is completed when it is read next: free some space, or make the folder writable, before the next release.`,
    { file: ledger, reason },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function unreadable(file: string, error: unknown): Refusal {
  const reason = codeOf(error);
  return new Refusal(
    'ledger-unreadable',
    `The ledger in ${file} cannot be read (${reason}). Nothing can be signed without it: make the folder readable and writable.`,
    { file, reason },
  );
}
