import { readFile, rm } from 'node:fs/promises';
import { equalBytes } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { toHex } from '../../shared/base/hex.ts';
import { nextEntry, readChain, writeChain } from '../../shared/ledger/chain.ts';
import type { ReleaseEntry, ReleaseToRecord, WithdrawalToRecord } from '../../shared/ledger/ledger-entry.ts';
import { PendingRelease } from '../../shared/ledger/pending.ts';
import type { LedgerState } from '../handlers/ports/ledger.ts';
import { removeAbandoned } from './abandoned-files.ts';
import { writeAtomic } from './atomic-file.ts';
import { nodeCrypto } from './crypto.ts';
import { codeOf } from './error-code.ts';
import { bundleFile, type ChainPlace } from './ledger-place.ts';
import { broken, earlierForm, unreadable } from './ledger-refusals.ts';

/** Reads the chain, after adding what an interruption kept from it. */
export async function repaired(chain: ChainPlace): Promise<LedgerState> {
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

/** Reads the chain as it lies on disk. */
export async function readLedger(chain: ChainPlace): Promise<LedgerState> {
  const read = readChain(await bytesOf(chain.ledger), nodeCrypto);
  if (read.ok) return read;
  throw read.fault === 'earlier' ? earlierForm(chain) : broken(chain, read.line);
}

/** Adds an entry, reads the chain back and drops the note of what was about to be added. */
export async function append(
  chain: ChainPlace,
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

/** The bytes of a kept bundle. Refuses `ledger-bundle` where the file is missing or another one. */
export async function keptBundle(
  { bundles = '' }: ChainPlace,
  digest: ReleaseEntry['bundle'],
): Promise<Uint8Array> {
  const file = bundleFile(bundles, digest);
  const bytes = await bytesOf(file);
  if (toHex(nodeCrypto.sha256(bytes)) === digest) return bytes;
  throw new Refusal(
    'ledger-bundle',
    `The ledger keeps an earlier release in ${file}, but the file is missing or another one. Put the exported bundle back there under that name.`,
    { file },
  );
}

/** The contents of a file of the ledger, nothing where there is none. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return new Uint8Array();
    throw unreadable(file, error);
  }
}

async function readPending(chain: ChainPlace): Promise<PendingRelease | undefined> {
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
