import { trustOfLists } from '../../../shared/bundle/trust-of-lists.ts';
import { ledgerSigner } from '../ledger-publisher.ts';
import { asItShould, sealedAt, signedBy } from '../listed-release.ts';
import { fileKey } from '../software-keys.ts';
import { repacked } from '../tampered-bundle.ts';
import { listed, now, publisher, trustList } from '../trust-lists.ts';
import { type Attacks, besides, good, revoked, sealed, signers, trustIn } from './attack.ts';

const [petra, otto, sina] = asItShould;
const edited = (change: (files: Map<string, Uint8Array>) => void): Uint8Array => repacked(good, change);

/** Keys that were revoked or are not valid at the place of the release, places that are none, and lists that do not say so. */
export const attacksOnPositions: Attacks = {
  'a key that was revoked': {
    bytes: () => signedBy(sealed),
    trust: trustIn({ revoked: [revoked('otto', 4)] }),
    codes: ['E_REVOKED', 'E_APPROVALS'],
  },
  'a key of which nothing was ever good': {
    bytes: () => signedBy(sealedAt(0)),
    trust: trustIn({ revoked: [revoked('sina', -1)] }),
    codes: ['E_REVOKED', 'E_APPROVALS'],
  },
  'a revoked key that stands in the simple list as well': {
    bytes: () => signedBy(sealed),
    trust: besides(trustList({ revoked: [revoked('otto', 4)] }), 'otto'),
    codes: ['E_REVOKED', 'E_APPROVALS'],
  },
  'a revoked key that went back to a position where it was good, in a ledger of its own': {
    bytes: () => signedBy(sealedAt(2, {}, { origin: publisher.origin, signer: ledgerSigner(66) })),
    trust: trustIn({ revoked: [revoked('otto', 4)] }),
    codes: ['E_LEDGER_KEY'],
  },
  'a key before its time': {
    bytes: () => signedBy(sealed),
    trust: trustIn(signers(listed('otto', ['privacy-officer'], fileKey('otto'), { validFromSeq: 6 }))),
    codes: ['E_NOT_YET_VALID', 'E_APPROVALS'],
  },
  'a key after its time': {
    bytes: () => signedBy(sealed),
    trust: trustIn(signers(listed('otto', ['privacy-officer'], fileKey('otto'), { validToSeq: 4 }))),
    codes: ['E_NO_LONGER_VALID', 'E_APPROVALS'],
  },
  'a release without a place in the ledger': {
    bytes: () => signedBy(sealedAt(null)),
    codes: ['E_POSITION', 'E_APPROVALS'],
  },
  'a release in a ledger of another name': {
    bytes: () => signedBy(sealedAt(5, {}, { ...publisher, origin: 'publisher.example/other' })),
    codes: ['E_POSITION', 'E_APPROVALS'],
  },
  'the ledger taken out of the bundle': {
    bytes: () =>
      edited((files) => ['checkpoint', 'leaves'].forEach((name) => files.delete(`ledger/${name}.txt`))),
    codes: ['E_LEDGER'],
  },
  'signers of another publisher': {
    bytes: () => signedBy(sealed),
    trust: trustOfLists(
      [
        trustList({ signers: [listed('petra', ['preparer'])] }),
        trustList({ origin: 'other.example/freigabe' }),
      ],
      now,
    ),
    codes: ['E_POSITION', 'E_APPROVALS'],
  },
  'a list that is out of date': {
    bytes: () => good,
    trust: trustIn({}, '2028-01-01T00:00:00Z'),
    codes: ['E_TRUST_EXPIRED', 'E_APPROVALS'],
  },
  "a key that only the reader's simple list has": {
    bytes: () => signedBy(sealed, [petra, otto, { ...sina, id: 'kim' }]),
    trust: besides(trustList(), 'kim'),
    codes: ['E_UNKNOWN_KEY', 'E_APPROVALS'],
  },
};
