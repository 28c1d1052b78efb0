import { z } from 'zod';
import { fromUtf8 } from '../base/bytes.ts';
import { parseStrictJson } from '../base/strict-json.ts';
import type { SeenLedger } from '../checkpoint/seen-ledger.ts';
import { readAllowedSigners } from './allowed-signers.ts';
import { jsonParticular } from './json-particular.ts';
import { particular } from './particular.ts';
import { readForm } from './schema-fault.ts';
import { readKeyLine, type SshKey } from './ssh-key.ts';
import { Role, SignerId } from './statement.ts';
import { refuseUnfitKeys, signedListGiven, unfitKey, unreadableTrust } from './trust-refusals.ts';

/** The simple list of a verifier: whose key is whose, and what each may sign as. Comes from outside the bundle. */
export const TrustFile = z.strictObject({
  v: z.literal(1),
  signers: z.array(
    z.strictObject({
      id: SignerId,
      person: z.string().min(1).max(200),
      roles: z.array(Role).min(1),
      key: z.string(),
    }),
  ),
  /** Fewest approvals this verifier accepts, whatever the bundle's policy says. */
  minimumApprovals: z.int().min(0).max(5).optional(),
});
export type TrustFile = z.infer<typeof TrustFile>;

/** What the file is called in what is said about it. */
const trustPath = 'trust.json';

/**
 * One key somebody is known by. `ids` has more than one name only when an allowed_signers line gives several. The optional
 * entries come from a publisher's signed list; positions are those of `Release.ledger.sequence`.
 */
export interface TrustedSigner {
  readonly ids: readonly string[];
  readonly person: string;
  readonly roles: readonly Role[];
  readonly key: SshKey;
  /** The ledger whose releases this key may sign. Absent in a simple list, where it may sign any. */
  readonly origin?: string;
  /** First and last position this key may sign; no last one where it is open. */
  readonly validFrom?: number;
  readonly validTo?: number | undefined;
  /** Revoked: last position this key's signature counts for, -1 for none. */
  readonly lastGood?: number;
  /** Whether only a security key that was touched counts, or one that checked PIN or finger too. */
  readonly userPresence?: boolean;
  readonly userVerification?: boolean;
}

/** A key that signs the ledger of `origin`: Ed25519, 32 bytes. */
export interface LedgerKey {
  readonly origin: string;
  readonly publicKey: Uint8Array;
}

/** What a publisher's signed list asks of releases that name its ledger. */
export interface ListRules {
  readonly origin: string;
  /** Fewest approvals, and roles that must be among them. */
  readonly threshold: number;
  readonly roles: readonly Role[];
  /** Its last day is over, so that nothing it says counts any more. */
  readonly expired: boolean;
}

/** Whom a verifier knows. */
export interface Trust {
  readonly signers: readonly TrustedSigner[];
  readonly minimumApprovals: number;
  readonly ledgerKeys: readonly LedgerKey[];
  /** One for each publisher whose signed list is held. A release of such a ledger is judged by that list alone. */
  readonly lists?: readonly ListRules[];
  /** What this verifier last saw of each ledger. */
  readonly seen?: readonly SeenLedger[];
}

/** Knows nobody. */
export const noTrust: Trust = { signers: [], minimumApprovals: 0, ledgerKeys: [] };

/**
 * Reads a simple trust list: our JSON, or an OpenSSH allowed_signers file, in which every signer may act in any role. Throws
 * `Refusal` `trust-unreadable` for a file that is neither, `trust-key` for the demo key, for a key that stands twice and for
 * one that cannot identify anybody, and `trust-list-import` for a publisher's signed list, whose fingerprint somebody must
 * have compared.
 */
export function parseTrust(bytes: Uint8Array): Trust {
  const text = fromUtf8(bytes);
  if (text === undefined) throw unreadableTrust(particular('trust-not-utf8', {}));
  if (/^\{.*"rootKeys"/.test(text)) throw signedListGiven();
  const trust = text.trimStart().startsWith('{') ? fromJson(text) : fromAllowedSigners(text);
  refuseUnfitKeys(trust.signers.map(({ ids, key }) => ({ of: ids.join(','), key })));
  return trust;
}

function fromJson(text: string): Trust {
  const json = parseStrictJson(text);
  if (!json.ok) throw unreadableTrust(jsonParticular(json.fault, trustPath));
  const file = readForm(json.value, trustPath, TrustFile);
  if (!file.ok) throw unreadableTrust(file.fault);
  const signers = file.value.signers.map(({ id, person, roles, key: line }) => {
    const key = readKeyLine(line);
    if (key === undefined) throw unfitKey(id, 'kind');
    return { ids: [id], person, roles, key };
  });
  return { ...noTrust, signers, minimumApprovals: file.value.minimumApprovals ?? 0 };
}

function fromAllowedSigners(text: string): Trust {
  const lines = readAllowedSigners(text);
  if (!lines.ok) throw unreadableTrust(lines.fault);
  const signers = lines.signers.map(({ principals, key }) => ({
    ids: principals,
    person: principals[0] ?? '',
    roles: Role.options,
    key,
  }));
  return { ...noTrust, signers };
}
