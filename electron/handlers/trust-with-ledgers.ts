import { fromHex, toHex } from '../../shared/base/hex.ts';
import type { LedgerKey, Trust } from '../../shared/bundle/trust.ts';
import { treeRoot } from '../../shared/checkpoint/merkle-tree.ts';
import type { SeenLedger } from '../../shared/checkpoint/seen-ledger.ts';
import { leavesOf } from '../../shared/ledger/leaves.ts';
import { Refusal } from '../../shared/base/failure.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { Ledger } from './ports/ledger.ts';
import type { TrustStore } from './ports/trust-store.ts';
import type { Witness } from './ports/witness.ts';

export interface LedgersHere {
  readonly witness: Pick<Witness, 'seen'>;
  readonly ledger: Pick<Ledger, 'read' | 'identity'>;
  readonly crypto: Crypto;
}

/**
 * A trust store that also knows what was seen of publishers' ledgers, and this workstation's own: its keys and its present state, so that an own
 * release that was withdrawn shows as such. A machine that never released anything has no ledger, and none is made.
 */
export function trustWithLedgers<T extends TrustStore>(trust: T, here: LedgersHere): T {
  return {
    ...trust,
    load: async (): Promise<Trust> => {
      const known = await trust.load();
      const own = await ownLedger(here);
      const seen = [...(await here.witness.seen()), ...(own?.seen ?? [])];
      return { ...known, ledgerKeys: [...known.ledgerKeys, ...(own?.keys ?? [])], seen };
    },
  };
}

interface OwnLedger {
  readonly keys: readonly LedgerKey[];
  readonly seen: readonly SeenLedger[];
}

/** Nothing where there is no ledger; one that is broken is told of when somebody releases, and does not keep bundles from being read. */
async function ownLedger({ ledger, crypto }: LedgersHere): Promise<OwnLedger | undefined> {
  try {
    const { entries } = await ledger.read('release');
    if (entries.length === 0) return undefined;
    const { origin, publicKey, before } = await ledger.identity();
    const leaves = leavesOf(entries, crypto);
    const root = toHex(treeRoot(leaves, crypto));
    const key = toHex(publicKey);
    const keys = [...before, key].map((hex) => ({ origin, publicKey: fromHex(hex) ?? publicKey }));
    return { keys, seen: [{ origin, key, size: leaves.length, root, leaves: leaves.map(toHex) }] };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
