import { daysFromIso } from '../base/calendar.ts';
import { keyFingerprint } from '../bundle/ssh-key.ts';
import { listedKey, type TrustList } from '../bundle/trust-list.ts';
import { rootFingerprint } from '../bundle/trust-root.ts';
import type { TrustedSigner } from '../bundle/trust.ts';
import type { BelievedList, ListedSigner, SimpleSigner } from '../ipc/trust-overview.ts';
import type { Crypto } from '../ports/crypto.ts';

/** A publisher's list as the window shows it at `now`, UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export function believedList(list: TrustList, now: string, crypto: Crypto): BelievedList {
  const { origin, version, expires, rootKeys, rootThreshold, policy, signers, revoked, ledgerKeys } = list;
  const named = new Set(signers.map(({ fp }) => fp));
  return {
    origin,
    version,
    expires,
    daysLeft: daysLeft(expires, now),
    rootKeys: rootKeys.length,
    rootThreshold,
    rootFingerprint: rootFingerprint(list, crypto),
    approvals: policy.threshold,
    approvingRoles: [...policy.roles],
    userPresence: policy.requireUserPresence,
    userVerification: policy.requireUserVerification,
    ledgerKeys: ledgerKeys.length,
    signers: signers.map((signer) => listedSigner(signer, revoked)),
    revokedOthers: revoked
      .filter(({ fp }) => !named.has(fp))
      .map(({ fp, lastGoodSeq: lastGood, reason }) => ({ fingerprint: fp, lastGood, reason })),
  };
}

/** Signers known without a signed list, as the window shows them beside `lists`. */
export function simpleSigners(
  signers: readonly TrustedSigner[],
  lists: readonly TrustList[],
  crypto: Crypto,
): readonly SimpleSigner[] {
  const judged = new Set(lists.flatMap((list) => [...list.signers, ...list.revoked].map(({ fp }) => fp)));
  return signers.map(({ ids, person, roles, key }) => {
    const fingerprint = keyFingerprint(key, crypto);
    const overruled = judged.has(fingerprint);
    return { id: ids.join(', '), person, roles: [...roles], fingerprint, overruled };
  });
}

function listedSigner(signer: TrustList['signers'][number], revoked: TrustList['revoked']): ListedSigner {
  const { id, person, roles, key, fp, validFromSeq, validToSeq } = signer;
  const gone = revoked.find((one) => one.fp === fp);
  return {
    id,
    person,
    roles: [...roles],
    keyType: listedKey(key, id).type,
    fingerprint: fp,
    validFrom: validFromSeq,
    ...(validToSeq === null ? {} : { validTo: validToSeq }),
    ...(gone === undefined ? {} : { revoked: { lastGood: gone.lastGoodSeq, reason: gone.reason } }),
  };
}

/** Whole days after today up to and with `expires`. */
function daysLeft(expires: string, now: string): number {
  const [last, today] = [daysFromIso(expires), daysFromIso(now.slice(0, expires.length))];
  if (last === undefined || today === undefined) throw new Error(`${expires} or ${now} is no day`);
  return last - today;
}
