import type { Crypto } from '../ports/crypto.ts';
import { keyFingerprint } from './ssh-key.ts';
import { type LedgerKey, noTrust, type Trust, type TrustedSigner } from './trust.ts';
import { listedKey, type TrustList } from './trust-list.ts';

/** Whether the last day of `list` is over at `now`, UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export function isExpired({ expires }: TrustList, now: string): boolean {
  return now.slice(0, expires.length) > expires;
}

/** Whom publishers' accepted lists make known at `now`; an expired list still knows its signers, and nothing they sign counts. */
export function trustOfLists(lists: readonly TrustList[], now: string): Trust {
  return {
    ...noTrust,
    signers: lists.flatMap(signersOf),
    ledgerKeys: lists.flatMap(ledgerKeysOf),
    lists: lists.map((list) => ({
      origin: list.origin,
      threshold: list.policy.threshold,
      roles: list.policy.roles,
      expired: isExpired(list, now),
    })),
  };
}

/**
 * What signed lists and a simple list make known together. A key that a signed list names, or revokes, counts as that list has
 * it and no longer by the simple one.
 */
export function mergeTrust(lists: readonly TrustList[], simple: Trust, now: string, crypto: Crypto): Trust {
  const prints = lists.flatMap(({ signers, revoked }) => [...signers, ...revoked].map(({ fp }) => fp));
  const named = new Set(prints);
  const listed = trustOfLists(lists, now);
  const others = simple.signers.filter(({ key }) => !named.has(keyFingerprint(key, crypto)));
  return {
    ...simple,
    ...listed,
    signers: [...listed.signers, ...others],
    minimumApprovals: simple.minimumApprovals,
    ledgerKeys: [...listed.ledgerKeys, ...simple.ledgerKeys],
  };
}

function signersOf({ signers, revoked, policy, origin }: TrustList): readonly TrustedSigner[] {
  return signers.map(({ id, person, roles, key, fp, validFromSeq, validToSeq }) => {
    const lastGood = revoked.find((one) => one.fp === fp)?.lastGoodSeq;
    return {
      ids: [id],
      person,
      roles,
      key: listedKey(key, id),
      origin,
      validFrom: validFromSeq,
      validTo: validToSeq ?? undefined,
      userPresence: policy.requireUserPresence,
      userVerification: policy.requireUserVerification,
      ...(lastGood === undefined ? {} : { lastGood }),
    };
  });
}

function ledgerKeysOf({ ledgerKeys, origin }: TrustList): readonly LedgerKey[] {
  return ledgerKeys.map((line, i) => ({
    origin,
    publicKey: listedKey(line, `ledgerKeys.${i}`).point,
  }));
}
