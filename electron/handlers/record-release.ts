import type { BundleContents } from '../../shared/bundle/bundle-contents.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { ledgerRecord } from '../../shared/workflow/ledger-record.ts';
import type { HeldAgainstLedger } from './earlier-releases.ts';
import type { SignedBundle } from './export-bundle.ts';
import type { Ledger } from './ports/ledger.ts';

/** A signed bundle on its way out, and the place it has in the ledger. */
export interface Recording {
  readonly bundle: SignedBundle;
  readonly contents: Pick<BundleContents, 'recipe' | 'policy'>;
  readonly claimedTime: string;
  readonly held: Pick<HeldAgainstLedger, 'predecessors' | 'chain' | 'head'>;
}

/** Lets `write` write the bundle and records it. Refuses as `Ledger` does, before anything is written. */
export function recordRelease(
  { bundle, contents, claimedTime, held }: Recording,
  write: () => Promise<void>,
  ports: { readonly ledger: Ledger; readonly crypto: Crypto },
): Promise<void> {
  const { predecessors, chain, head } = held;
  const release = ledgerRecord({ ...bundle, contents, claimedTime, predecessors }, ports.crypto);
  return ports.ledger.record(chain, { head, release, bytes: bundle.bytes }, write);
}
