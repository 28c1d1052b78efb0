import { z } from 'zod';
import { equalBytes, fromUtf8 } from '../base/bytes.ts';
import { Refusal } from '../base/failure.ts';
import { parseStrictJson } from '../base/strict-json.ts';
import { readAllowedSigners } from './allowed-signers.ts';
import { jsonParticular } from './json-particular.ts';
import { inEnglish, type Particular, particular, refusalDetail } from './particular.ts';
import { readForm } from './schema-fault.ts';
import { isDemoKey } from './demo-key.ts';
import { isSoundPublicKey, readPublicKeyLine } from './ssh-key.ts';
import { Role, SignerId } from './statement.ts';

/** The file a verifier keeps: whose key is whose, and what each may sign as. Comes from outside the bundle. */
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

/** One key somebody is known by. `ids` has more than one name only when an allowed_signers line gives several. */
export interface TrustedSigner {
  readonly ids: readonly string[];
  readonly person: string;
  readonly roles: readonly Role[];
  readonly publicKey: Uint8Array;
}

/** Whom a verifier knows. */
export interface Trust {
  readonly signers: readonly TrustedSigner[];
  readonly minimumApprovals: number;
}

/**
 * Reads a trust list: our JSON, or an OpenSSH allowed_signers file, in which every signer may act in any role. Throws
 * `Refusal` `trust-unreadable` for a file that is neither, and `trust-key` for the demo key, for a key that stands twice and
 * for one that cannot identify anybody.
 */
export function parseTrust(bytes: Uint8Array): Trust {
  const text = fromUtf8(bytes);
  if (text === undefined) throw unreadable(particular('trust-not-utf8', {}));
  const trust = text.trimStart().startsWith('{') ? fromJson(text) : fromAllowedSigners(text);
  trust.signers.forEach((signer, i) => refuseUnfitKey(signer, trust.signers.slice(0, i)));
  return trust;
}

function fromJson(text: string): Trust {
  const json = parseStrictJson(text);
  if (!json.ok) throw unreadable(jsonParticular(json.fault, trustPath));
  const file = readForm(json.value, trustPath, TrustFile);
  if (!file.ok) throw unreadable(file.fault);
  const signers = file.value.signers.map(({ id, person, roles, key }) => {
    const publicKey = readPublicKeyLine(key);
    if (publicKey === undefined) throw unfitKey(id, 'kind');
    return { ids: [id], person, roles, publicKey };
  });
  return { signers, minimumApprovals: file.value.minimumApprovals ?? 0 };
}

function fromAllowedSigners(text: string): Trust {
  const lines = readAllowedSigners(text);
  if (!lines.ok) throw unreadable(lines.fault);
  const signers = lines.signers.map(({ principals, publicKey }) => ({
    ids: principals,
    person: principals[0] ?? '',
    roles: Role.options,
    publicKey,
  }));
  return { signers, minimumApprovals: 0 };
}

function refuseUnfitKey(signer: TrustedSigner, before: readonly TrustedSigner[]): void {
  const id = signer.ids.join(',');
  if (isDemoKey(signer.publicKey)) throw unfitKey(id, 'demo');
  if (!isSoundPublicKey(signer.publicKey)) throw unfitKey(id, 'weak');
  if (before.some((other) => equalBytes(other.publicKey, signer.publicKey))) throw unfitKey(id, 'twice');
}

function unfitKey(signer: string, problem: 'kind' | 'demo' | 'weak' | 'twice'): Refusal {
  const fault = particular(`trust-key-${problem}`, { signer });
  return new Refusal(
    'trust-key',
    `The trust list cannot be used. ${inEnglish(fault)} Correct or remove it.`,
    refusalDetail(fault),
  );
}

function unreadable(fault: Particular): Refusal {
  return new Refusal(
    'trust-unreadable',
    `The trust list cannot be read. ${inEnglish(fault)} Use a trust.json or an allowed_signers file.`,
    refusalDetail(fault),
  );
}
