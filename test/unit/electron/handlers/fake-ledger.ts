import type { ChainName, Ledger } from '../../../../electron/handlers/ports/ledger.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { signerFromSeed } from '../../../../electron/node/signer.ts';
import { toHex } from '../../../../shared/base/hex.ts';
import { signCheckpoint } from '../../../../shared/checkpoint/checkpoint.ts';
import { headOf, nextEntry } from '../../../../shared/ledger/chain.ts';
import { type LedgerEntry, releasesOf } from '../../../../shared/ledger/ledger-entry.ts';

/** What signs the checkpoints of every ledger in memory, and its name. */
export const fakeLedgerKey = signerFromSeed(new Uint8Array(32).fill(3));
export const fakeOrigin = 'freigabe.00000000000000ff';

/** A ledger in memory, with what it holds to look at. */
export interface FakeLedger extends Ledger {
  readonly chains: Readonly<Record<ChainName, LedgerEntry[]>>;
}

/** An empty ledger that keeps what is written, as long as the test lasts. */
export function fakeLedger(): FakeLedger {
  const chains: FakeLedger['chains'] = { release: [], demo: [] };
  const bundles = new Map<string, Uint8Array>();
  return {
    chains,
    read: async (chain) => ({ entries: [...chains[chain]], head: headOf(chains[chain], nodeCrypto) }),
    kept: async ({ bundle }) => bundles.get(bundle) ?? new Uint8Array(),
    record: async (chain, { head, release, bytes }, write) => {
      if (head !== headOf(chains[chain], nodeCrypto)) throw new Refusal('ledger-moved', 'Another head.');
      await write();
      bundles.set(release.bundle, bytes);
      chains[chain].push(nextEntry(chains[chain], release, nodeCrypto));
    },
    withdraw: async ({ releaseDigest, reason, statement }) => {
      const of = releasesOf(chains.release).find((entry) => entry.releaseDigest === releaseDigest);
      if (of === undefined) throw new Refusal('not-in-ledger', 'Not of this workstation.');
      const { releaseId } = of;
      const digest = toHex(nodeCrypto.sha256(statement));
      const addition = {
        kind: 'withdrawal',
        version: 1,
        releaseId,
        releaseDigest,
        statement: digest,
        reason,
      } as const;
      chains.release.push(nextEntry(chains.release, addition, nodeCrypto));
      return { entries: [...chains.release], head: headOf(chains.release, nodeCrypto) };
    },
    identity: async () => ({ origin: fakeOrigin, publicKey: fakeLedgerKey.publicKey, before: [] }),
    signCheckpoint: (checkpoint) =>
      signCheckpoint({ ...checkpoint, origin: fakeOrigin }, fakeLedgerKey, nodeCrypto),
  };
}
