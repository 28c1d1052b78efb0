import { nodeCrypto } from '../../electron/node/crypto.ts';
import { attachApproval, statementFor } from '../../shared/bundle/approvals.ts';
import type { BundleContents } from '../../shared/bundle/bundle-contents.ts';
import { sealBundle } from '../../shared/bundle/seal.ts';
import { type Role, statementBytes } from '../../shared/bundle/statement.ts';
import type { LedgerLeaf } from '../../shared/checkpoint/ledger-leaf.ts';
import { nextPlace } from '../../shared/ledger/leaves.ts';
import { type LedgerOf, withLedger } from './ledger-publisher.ts';
import { smallContents } from './small-bundle.ts';
import { fileKey, signatureBy, type SoftwareKey, type Unusual } from './software-keys.ts';
import { publisher } from './trust-lists.ts';

/** One signature: name, role, and the key where it is not the one of the name. */
export interface Signing extends Unusual {
  readonly id: string;
  readonly role: Role;
  readonly by?: SoftwareKey;
  readonly comment?: string;
}

/** How releases of these tests are signed as they should be. */
export const asItShould: readonly [Signing, Signing, Signing] = [
  { id: 'petra', role: 'preparer' },
  { id: 'otto', role: 'privacy-officer' },
  { id: 'sina', role: 'second-signer' },
];

/** A sealed bundle and the ledger that will be attached to it; no ledger where `position` is `null`. */
export interface SealedAt {
  readonly bytes: Uint8Array;
  readonly ledger: LedgerOf | undefined;
}

/** Where releases of these tests stand unless they say otherwise. */
export const usualPosition = 5;

/** Seals a release at a position of a ledger, the publisher's unless given. */
export function sealedAt(
  position: number | null = usualPosition,
  change: Partial<BundleContents> = {},
  { origin, signer }: Omit<LedgerOf, 'leaves'> = publisher,
): SealedAt {
  if (position === null)
    return { bytes: sealBundle(smallContents(change), nodeCrypto).bytes, ledger: undefined };
  const before = Array.from({ length: position }, (_, i): LedgerLeaf => {
    const digits = i.toString(16).padStart(8, '0');
    return {
      kind: 'release',
      releaseDigest: digits.repeat(8),
      releaseId: `freigabe-2026-01-01-${digits}`,
      sequence: i,
    };
  });
  const place = nextPlace(origin, before, nodeCrypto);
  const sealed = sealBundle(smallContents({ ...change, ledger: place }), nodeCrypto);
  const { releaseDigest, releaseId } = sealed;
  const leaf = { kind: 'release', releaseDigest, releaseId, sequence: position } as const;
  return { bytes: sealed.bytes, ledger: { origin, signer, leaves: [...before, leaf] } };
}

/** Signs in the order given and attaches the ledger. */
export async function signedBy(
  sealed: SealedAt,
  signings: readonly Signing[] = asItShould,
): Promise<Uint8Array> {
  let { bytes } = sealed;
  for (const { id, role, by = fileKey(id), comment = '', ...unusual } of signings) {
    const request = { role, signer: id, claimedTime: '2026-05-21T10:00:00Z', comment };
    const statement = statementFor(bytes, request, nodeCrypto);
    bytes = attachApproval(bytes, statement, await signatureBy(by, statementBytes(statement), unusual));
  }
  return sealed.ledger === undefined ? bytes : withLedger(bytes, sealed.ledger);
}
