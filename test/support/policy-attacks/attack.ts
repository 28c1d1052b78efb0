import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { mergeTrust, trustOfLists } from '../../../shared/bundle/trust-of-lists.ts';
import type { TrustList } from '../../../shared/bundle/trust-list.ts';
import { noTrust, type Trust } from '../../../shared/bundle/trust.ts';
import { asItShould, sealedAt, signedBy, type Signing } from '../listed-release.ts';
import { fileKey, type SoftwareKey, tokenKey } from '../software-keys.ts';
import { listed, now, trustList } from '../trust-lists.ts';

/** What somebody tries, and the codes a reader who holds the publisher's list must see: no more and no others. */
export interface Attack {
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  /** What the reader holds; the usual list unless given. */
  readonly trust?: Trust | undefined;
  readonly codes: readonly string[];
}
export type Attacks = Readonly<Record<string, Attack>>;

const [petra, otto] = asItShould;

/** The release most attacks begin with, sealed once. */
export const sealed = sealedAt();
/** The same, signed as it should be. */
export const good = await signedBy(sealed);

/** What a reader of one list holds. */
export function trustIn(change: Partial<TrustList> = {}, at = now): Trust {
  return trustOfLists([trustList(change)], at);
}

/** Policies of a list: touched tokens only, those with PIN only, and one approval in any role. */
export const touch = { threshold: 2, roles: [], requireUserPresence: true, requireUserVerification: false };
export const pin = { ...touch, requireUserVerification: true };
export const one = { policy: { ...touch, threshold: 1, requireUserPresence: false } };

/** The usual signers, some with another entry. */
export function signers(...change: readonly TrustList['signers'][number][]): Partial<TrustList> {
  const usual = trustList().signers.filter(({ id }) => change.every((entry) => entry.id !== id));
  return { signers: [...usual, ...change] };
}

/** A list that asks for one approval and knows otto by this key. */
export function byOtto(by: SoftwareKey): Partial<TrustList> {
  return { ...one, ...signers(listed('otto', ['privacy-officer'], by)) };
}

/** otto's token, saying this of its touch. */
export function touches(flags: number): Partial<Signing> {
  return { by: tokenKey('otto'), touch: { flags, counter: 1 } };
}

/** Prepared, and approved by otto in another way than he should. */
export function withOtto(odd: Partial<Signing>): Promise<Uint8Array> {
  return signedBy(sealed, [petra, { ...otto, ...odd }]);
}

/** The key of `id` revoked after a position. */
export function revoked(id: string, lastGoodSeq: number): TrustList['revoked'][number] {
  return { fp: listed(id, []).fp, lastGoodSeq, reason: 'lost' };
}

/** A reader who holds no publisher's list and knows these people, in any role. */
export function simple(...ids: readonly string[]): Trust {
  const roles = ['preparer', 'privacy-officer', 'second-signer'] as const;
  return { ...noTrust, signers: ids.map((id) => ({ ids: [id], person: id, roles, key: fileKey(id).key })) };
}

/** A reader who holds a list, and knows `id` in any role besides. */
export function besides(list: TrustList, id: string): Trust {
  return mergeTrust([list], simple(id), now, nodeCrypto);
}
