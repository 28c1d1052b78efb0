import type { ChainName, Ledger } from '../../../../electron/handlers/ports/ledger.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { headOf, nextEntry } from '../../../../shared/ledger/chain.ts';
import type { LedgerEntry } from '../../../../shared/ledger/ledger-entry.ts';

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
  };
}
