import { nodeCrypto } from '../../electron/node/crypto.ts';
import { ed25519Key, keyFingerprint, keyLine } from '../../shared/bundle/ssh-key.ts';
import type { Role } from '../../shared/bundle/statement.ts';
import { writeTrustListFile } from '../../shared/bundle/trust-list-file.ts';
import { type TrustList, trustListBytes } from '../../shared/bundle/trust-list.ts';
import { ledgerSigner } from './ledger-publisher.ts';
import { fileKey, signatureBy, type SoftwareKey, type Unusual } from './software-keys.ts';

/** The publisher of the lists and releases of these tests, and the key of its ledger. */
export const publisher = { origin: 'publisher.example/freigabe', signer: ledgerSigner(40) };
export const rootNames = ['root a', 'root b', 'root c'] as const;
/** When these tests play. */
export const now = '2026-11-22T10:00:00Z';

/** An entry of a signer; person and validity may be given. */
export function listed(
  id: string,
  roles: readonly Role[],
  { key }: SoftwareKey = fileKey(id),
  more: Partial<TrustList['signers'][number]> = {},
): TrustList['signers'][number] {
  return {
    id,
    person: `person of ${id}`,
    roles: [...roles],
    key: keyLine(key, ''),
    fp: keyFingerprint(key, nodeCrypto),
    validFromSeq: 0,
    validToSeq: null,
    ...more,
  };
}

/** A list of three signers under two of three root keys; asks for two approvals, one in each role. */
export function trustList(change: Partial<TrustList> = {}): TrustList {
  return {
    v: 1,
    version: 4,
    expires: '2027-12-31',
    origin: publisher.origin,
    rootKeys: rootNames.map((name) => keyLine(fileKey(name).key, '')),
    rootThreshold: 2,
    policy: {
      threshold: 2,
      roles: ['privacy-officer', 'second-signer'],
      requireUserPresence: false,
      requireUserVerification: false,
    },
    signers: [
      listed('petra', ['preparer']),
      listed('otto', ['privacy-officer']),
      listed('sina', ['second-signer']),
    ],
    revoked: [],
    ledgerKeys: [keyLine(ed25519Key(publisher.signer.publicKey), '')],
    ...change,
  };
}

/** The file of a list, signed by these root keys. */
export async function signedList(
  list: TrustList,
  by: readonly SoftwareKey[] = [fileKey('root a'), fileKey('root c')],
  unusual: Unusual = {},
): Promise<Uint8Array> {
  const bytes = trustListBytes(list);
  const signatures = await Promise.all(
    by.map((key) => signatureBy(key, bytes, { namespace: 'freigabe.trust.v1', ...unusual })),
  );
  return writeTrustListFile({ bytes, signatures });
}
