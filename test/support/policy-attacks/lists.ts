import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { concatBytes, utf8 } from '../../../shared/base/bytes.ts';
import { canonicalJsonFile } from '../../../shared/base/canonical-json.ts';
import { demoPublicKey } from '../../../shared/bundle/demo-key.ts';
import { ed25519Key, keyLine, p256Key } from '../../../shared/bundle/ssh-key.ts';
import { readTrustListFile } from '../../../shared/bundle/trust-list-file.ts';
import { type TrustList, trustListBytes } from '../../../shared/bundle/trust-list.ts';
import { rootFingerprint } from '../../../shared/bundle/trust-root.ts';
import { weakKeys } from '../forged-signatures.ts';
import { cardKey, fileKey, signatureBy, tokenKey } from '../software-keys.ts';
import { listed, rootNames, signedList, trustList } from '../trust-lists.ts';

const list = trustList();
const print = rootFingerprint(list, nodeCrypto);
const [a, b, c] = rootNames.map((name) => fileKey(name));
if (a === undefined || b === undefined || c === undefined) throw new Error('three root keys');
const namespace = 'freigabe.trust.v1';
const own = (name: string): string => keyLine(fileKey(name).key, '');
const thieves = { rootKeys: ['x', 'y', 'z'].map(own) };
const next = (change: Partial<TrustList> = {}): TrustList => trustList({ version: 5, ...change });
const [petra, otto, sina] = list.signers;
if (petra === undefined || otto === undefined || sina === undefined) throw new Error('three signers');

/** A list that arrives, and what is known already. */
export interface Offer {
  readonly file: () => Promise<Uint8Array> | Uint8Array;
  readonly held?: TrustList;
  readonly fingerprint?: string;
  readonly now?: string;
}

/** As anybody could write it, whatever its form. */
const unsigned = (value: object): Uint8Array => canonicalJsonFile(value as never);
const formOf = (change: object): Offer => ({
  file: () => unsigned({ ...list, ...change }),
  fingerprint: print,
});
const first = (change: Partial<TrustList>): Offer => ({
  file: () => signedList(trustList(change)),
  fingerprint: rootFingerprint(trustList(change), nodeCrypto),
});

/** What somebody offers as a publisher's list, and the code with which it is refused. */
export const attacksOnLists: Readonly<Record<string, Offer & { readonly code: string }>> = {
  'a first list, and no fingerprint': { file: () => signedList(list), code: 'trust-list-unseen' },
  'a first list of a thief, and the fingerprint of the publisher': {
    file: () => signedList(trustList(thieves), [fileKey('x'), fileKey('y')]),
    fingerprint: print,
    code: 'trust-list-fingerprint',
  },
  'a fingerprint with one digit changed': {
    file: () => signedList(list),
    fingerprint: print.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
    code: 'trust-list-fingerprint',
  },
  'half a fingerprint': {
    file: () => signedList(list),
    fingerprint: print.slice(0, 32),
    code: 'trust-list-fingerprint',
  },
  'the right keys, and a lower number of them': {
    file: () => signedList(trustList({ rootThreshold: 1 }), [a]),
    fingerprint: print,
    code: 'trust-list-fingerprint',
  },
  'no signature': { file: () => signedList(list, []), fingerprint: print, code: 'trust-list-threshold' },
  'one signature of two': {
    file: () => signedList(list, [a]),
    fingerprint: print,
    code: 'trust-list-threshold',
  },
  'one root key and a stranger': {
    file: () => signedList(list, [a, fileKey('x')]),
    fingerprint: print,
    code: 'trust-list-threshold',
  },
  'one root key and an officer': {
    file: () => signedList(list, [a, fileKey('otto')]),
    fingerprint: print,
    code: 'trust-list-threshold',
  },
  'one root key twice': {
    file: () => signedList(list, [a, a]),
    fingerprint: print,
    code: 'trust-list-signature',
  },
  'one root key twice, in two signatures': {
    file: async () => {
      const withCard = trustList({ rootKeys: [keyLine(cardKey('r').key, ''), own('root a')] });
      return signedList(withCard, [cardKey('r'), otherHalf]);
    },
    code: 'trust-list-signature',
  },
  'a signature for approvals': {
    file: () => signedList(list, [a, c], { namespace: 'freigabe.approval.v1' }),
    fingerprint: print,
    code: 'trust-list-signature',
  },
  'a root token that nobody touched': {
    file: () => signedList(list, [a, tokenKey('t')], { touch: { flags: 0, counter: 1 } }),
    fingerprint: print,
    code: 'trust-list-signature',
  },
  'a signature by a weak key': {
    file: async () => concatBytes([await signedList(list), trivial]),
    fingerprint: print,
    code: 'trust-list-signature',
  },
  'a list changed after it was signed': {
    file: async () =>
      utf8(
        Buffer.from(await signedList(list))
          .toString()
          .replace('"threshold":2', '"threshold":1'),
      ),
    fingerprint: print,
    code: 'trust-list-signature',
  },
  'signatures of the version before': {
    file: async () => {
      const { signatures } = readTrustListFile(await signedList(list), nodeCrypto);
      return concatBytes([trustListBytes(next()), ...signatures]);
    },
    held: list,
    code: 'trust-list-signature',
  },
  'an older version': { file: () => signedList(list), held: next(), code: 'trust-list-rollback' },
  'an older version, and its fingerprint': {
    file: () => signedList(list),
    held: next(thieves),
    fingerprint: print,
    code: 'trust-list-rollback',
  },
  'the same version with other words': {
    file: () => signedList(trustList({ signers: [petra, otto] })),
    held: list,
    code: 'trust-list-fork',
  },
  'a newer list signed by new root keys alone': {
    file: () => signedList(next(thieves), [fileKey('x'), fileKey('y')]),
    held: list,
    code: 'trust-list-handover',
  },
  'a newer list signed by new root keys and one old one': {
    file: () => signedList(next(thieves), [fileKey('x'), fileKey('y'), a]),
    held: list,
    code: 'trust-list-handover',
  },
  'a newer list signed by old root keys alone': {
    file: () => signedList(next(thieves), [a, b]),
    held: list,
    code: 'trust-list-threshold',
  },
  'a newer list that lowers the number of root keys, signed by one': {
    file: () => signedList(next({ rootThreshold: 1 }), [a]),
    held: list,
    code: 'trust-list-handover',
  },
  'a newer list that keeps one root key': {
    file: () => signedList(next({ rootKeys: [own('root a')], rootThreshold: 1 }), [a]),
    held: list,
    code: 'trust-list-handover',
  },
  'a version after one that was missed, with other root keys': {
    file: () => signedList(next({ ...thieves, version: 6 }), [fileKey('x'), fileKey('y')]),
    held: list,
    code: 'trust-list-handover',
  },
  'a newer list, and the fingerprint of others': {
    file: () => signedList(next()),
    held: list,
    fingerprint: rootFingerprint(trustList(thieves), nodeCrypto),
    code: 'trust-list-fingerprint',
  },
  'a list that is out of date': {
    ...first({ expires: '2026-11-21' }),
    code: 'trust-list-expired',
  },
  'the list held, when it is out of date': {
    file: () => signedList(list),
    held: list,
    now: '2028-01-01T00:00:00Z',
    code: 'trust-list-expired',
  },
  'a root key twice': { ...first({ rootKeys: [own('root a'), own('root a')] }), code: 'trust-key' },
  'a root key that signs releases': {
    ...formOf({ rootKeys: [own('root a'), own('otto')] }),
    code: 'trust-key',
  },
  'a ledger key that signs releases': { ...formOf({ ledgerKeys: [own('otto')] }), code: 'trust-key' },
  'a ledger key that is a root key': { ...formOf({ ledgerKeys: [own('root b')] }), code: 'trust-key' },
  'a ledger key of another type': {
    ...formOf({ ledgerKeys: [keyLine(cardKey('l').key, '')] }),
    code: 'trust-key',
  },
  'a signer twice': { ...formOf({ signers: [petra, petra] }), code: 'trust-key' },
  'the demo key as signer': {
    ...formOf({ signers: [listed('kim', ['preparer'], { ...a, key: ed25519Key(demoPublicKey) })] }),
    code: 'trust-key',
  },
  'a key with a comment': {
    ...formOf({ rootKeys: [`${own('root a')} mallory`, own('root b')] }),
    code: 'trust-list-form',
  },
  'a key whose type is written wrongly': {
    ...formOf({ rootKeys: [own('root a').replace('ssh-ed25519', 'ssh-rsa'), own('root b')] }),
    code: 'trust-key',
  },
  'a key off its curve': {
    ...formOf({
      signers: [listed('kim', ['preparer'], { ...a, key: p256Key(cardKey('k').key.point.with(64, 0)) })],
    }),
    code: 'trust-key',
  },
  'more root signatures than root keys': { ...formOf({ rootThreshold: 4 }), code: 'trust-list-form' },
  'no root signature': { ...formOf({ rootThreshold: 0 }), code: 'trust-list-form' },
  'no root key': { ...formOf({ rootKeys: [], rootThreshold: 1 }), code: 'trust-list-form' },
  'no ledger key, so that positions are anybody’s word': {
    ...formOf({ ledgerKeys: [] }),
    code: 'trust-list-form',
  },
  'no approvals': { ...formOf({ policy: { ...list.policy, threshold: 0 } }), code: 'trust-list-form' },
  'preparers as approvers': {
    ...formOf({ policy: { ...list.policy, roles: ['preparer'] } }),
    code: 'trust-list-form',
  },
  'a fingerprint of another key': {
    ...formOf({ signers: [{ ...petra, fp: otto.fp }] }),
    code: 'trust-list-form',
  },
  'one name for two persons': {
    ...formOf({ signers: [petra, { ...otto, id: petra.id }] }),
    code: 'trust-list-form',
  },
  'a time that ends before it begins': {
    ...formOf({ signers: [{ ...petra, validFromSeq: 3, validToSeq: 2 }] }),
    code: 'trust-list-form',
  },
  'a key revoked twice': {
    ...formOf({ revoked: [4, 9].map((lastGoodSeq) => ({ fp: otto.fp, lastGoodSeq, reason: '' })) }),
    code: 'trust-list-form',
  },
  'a day that no calendar has': { ...formOf({ expires: '2027-02-30' }), code: 'trust-list-form' },
  'an entry nobody knows': { ...formOf({ note: 'x' }), code: 'trust-list-form' },
  'a list in another layout': {
    file: () => utf8(`${JSON.stringify(list)}\n`),
    fingerprint: print,
    code: 'trust-list-form',
  },
  'words behind the signatures': {
    file: async () => concatBytes([await signedList(list), utf8('more\n')]),
    fingerprint: print,
    code: 'trust-list-form',
  },
  'words between the signatures': {
    file: async () =>
      utf8(
        Buffer.from(await signedList(list))
          .toString()
          .replace('\n-----BEGIN', '\n\n-----BEGIN'),
      ),
    fingerprint: print,
    code: 'trust-list-signature',
  },
  ...Object.fromEntries(
    Object.entries(weakKeys).map(([name, key]) => [
      `${name} as root key`,
      { ...formOf({ rootKeys: [keyLine(ed25519Key(key), ''), own('root b')] }), code: 'trust-key' },
    ]),
  ),
};

const card = cardKey('r');
/** The same ECDSA signature with the other of its two values of s: also valid, and still one key. */
export const otherHalf = {
  key: card.key,
  sign: async (message: Uint8Array) => otherS(await card.sign(message)),
};
const trivial = await signatureBy(
  { ...a, key: ed25519Key(weakKeys['the identity'] ?? a.key.point) },
  trustListBytes(list),
  {
    namespace,
    change: (value) => ({ ...value, signature: Uint8Array.of(1, ...Array<number>(63).fill(0)) }),
  },
);

function otherS(signature: Uint8Array): Uint8Array {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const s = order - BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`);
  return concatBytes([signature.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
}
