import type { Crypto } from '../ports/crypto.ts';
import { demoSignerId, isDemoKey } from './demo-key.ts';
import type { ErrorCode } from './error-codes.ts';
import { type Particular, particular } from './particular.ts';
import type { LedgerPlace } from './release.ts';
import { isSameKey, keyFingerprint, type SshKey } from './ssh-key.ts';
import { type SshSignature, wasTouched, wasVerified } from './ssh-signature.ts';
import type { Statement } from './statement.ts';
import type { Trust, TrustedSigner } from './trust.ts';

/** What decides whether a key may sign. */
export interface SignerContext {
  readonly ledger: LedgerPlace | null | undefined;
  readonly trust: Trust | undefined;
  readonly crypto: Crypto;
}

/** Why a signature that fits does not count. */
export interface SignerFault {
  readonly code: ErrorCode;
  readonly particular: Particular;
}

type Predicate = Pick<Statement['predicate'], 'signer' | 'role'>;

/**
 * Whether a signature that fits counts: its key is known by the name and in the role the statement gives, at the place of the
 * release in its ledger, and with the touch its list asks for. A release of a ledger whose list is held is judged by that list
 * alone; what cannot be judged does not count.
 */
export function judgeSigner(
  predicate: Predicate,
  signed: SshSignature,
  context: SignerContext,
): { readonly known: TrustedSigner | 'demo' } | SignerFault {
  const { signer, role } = predicate;
  if (isDemoKey(signed.key)) {
    if (signer === demoSignerId) return { known: 'demo' };
    return { code: 'E_SIGNER', particular: particular('signer-demo-key', { signer }) };
  }
  const found = signerWith(signed.key, context);
  if ('code' in found) return found;
  if (!found.ids.includes(signer))
    return { code: 'E_SIGNER', particular: particular('signer-other-key', { signer }) };
  if (!found.roles.includes(role))
    return { code: 'E_ROLE', particular: particular('signer-role', { signer, role }) };
  return (
    listFault(found, signer, context) ??
    positionFault(found, signer, context.ledger) ??
    touchFault(found, signer, signed) ?? { known: found }
  );
}

/** The entry of the list that judges this release; a key that stands only in another publisher's list is told apart. */
function signerWith(key: SshKey, { ledger, trust, crypto }: SignerContext): TrustedSigner | SignerFault {
  const unknown: SignerFault = {
    code: 'E_UNKNOWN_KEY',
    particular: particular('key-unknown', { fingerprint: keyFingerprint(key, crypto) }),
  };
  const withKey = trust?.signers.filter((each) => isSameKey(each.key, key)) ?? [];
  const [first] = withKey;
  if (first === undefined) return unknown;
  if (ledger === undefined) return first;
  const judging = trust?.lists?.some(({ origin }) => origin === ledger?.origin) === true;
  const found = withKey.find(({ origin }) => origin === (judging ? ledger?.origin : undefined));
  return found ?? otherLedger(first, ledger) ?? unknown;
}

function otherLedger({ ids, origin }: TrustedSigner, ledger: LedgerPlace | null): SignerFault | undefined {
  if (origin === undefined) return undefined;
  const signer = ids.join(',');
  const fault =
    ledger === null
      ? particular('signer-no-place', { signer, origin })
      : particular('signer-other-ledger', { signer, origin, found: ledger.origin });
  return { code: 'E_POSITION', particular: fault };
}

function listFault(
  { origin = '' }: TrustedSigner,
  signer: string,
  { trust }: SignerContext,
): SignerFault | undefined {
  const expired = trust?.lists?.some((list) => list.origin === origin && list.expired) === true;
  if (!expired) return undefined;
  return { code: 'E_TRUST_EXPIRED', particular: particular('signer-list-expired', { signer, origin }) };
}

function positionFault(
  { validFrom = 0, validTo, lastGood }: TrustedSigner,
  signer: string,
  ledger: LedgerPlace | null | undefined,
): SignerFault | undefined {
  const position = ledger?.sequence;
  if (position === undefined) return undefined;
  if (lastGood !== undefined && position > lastGood)
    return {
      code: 'E_REVOKED',
      particular: particular('signer-revoked', { signer, last: lastGood, position }),
    };
  if (position < validFrom)
    return {
      code: 'E_NOT_YET_VALID',
      particular: particular('signer-too-early', { signer, from: validFrom, position }),
    };
  if (validTo !== undefined && position > validTo)
    return {
      code: 'E_NO_LONGER_VALID',
      particular: particular('signer-too-late', { signer, to: validTo, position }),
    };
  return undefined;
}

function touchFault(
  { userPresence, userVerification }: TrustedSigner,
  signer: string,
  signed: SshSignature,
): SignerFault | undefined {
  if (userPresence === true && !wasTouched(signed))
    return { code: 'E_PRESENCE', particular: particular('signer-presence', { signer }) };
  if (userVerification === true && !wasVerified(signed))
    return { code: 'E_PRESENCE', particular: particular('signer-verification', { signer }) };
  return undefined;
}
