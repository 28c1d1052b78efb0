import { z } from 'zod';
import { canonicalJsonFile, parseCanonicalJsonFile } from '../base/canonical-json.ts';
import type { Crypto } from '../ports/crypto.ts';
import { readInstant } from './instant.ts';
import { jsonParticular } from './json-particular.ts';
import { type Particular, particular, type Place } from './particular.ts';
import { LedgerPlace } from './release.ts';
import { readForm } from './schema-fault.ts';
import { keyFingerprint, keyLine, readKeyLine, type SshKey } from './ssh-key.ts';
import { Role, SignerId } from './statement.ts';
import { refuseUnfitKeys, unfitKey, unreadableList } from './trust-refusals.ts';

const KeyText = z.string().regex(/^[a-z0-9@.-]+ [A-Za-z0-9+/]+={0,2}$/);
const Position = z.int().min(0);
const KeyPrint = z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/);
const OnceEach = z.array(Role).refine((roles) => new Set(roles).size === roles.length);

/**
 * What a publisher's signed list says: whose key signs releases of the ledger `origin` as what and from which position of the
 * ledger to which, which keys were revoked after which position, what releases need, and which keys may sign the next list.
 */
export const TrustList = z.strictObject({
  v: z.literal(1),
  /** Rises with each list; an older list is never taken again. */
  version: z.int().min(1).max(1_000_000),
  /** Last day it may be used. */
  expires: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((day) => readInstant(`${day}T00:00:00Z`) !== undefined),
  origin: LedgerPlace.shape.origin,
  rootKeys: z.array(KeyText).min(1).max(10),
  /** How many of the root keys must have signed a list. */
  rootThreshold: z.int().min(1).max(10),
  policy: z.strictObject({
    threshold: z.int().min(1).max(5),
    /** Roles that must be among the approvals. */
    roles: OnceEach.refine((roles) => !roles.includes('preparer')),
    /** Only signatures by security keys that were touched count; and only those that checked PIN or finger. */
    requireUserPresence: z.boolean(),
    requireUserVerification: z.boolean(),
  }),
  signers: z
    .array(
      z.strictObject({
        id: SignerId,
        person: z.string().min(1).max(200),
        roles: OnceEach.min(1),
        key: KeyText,
        fp: KeyPrint,
        validFromSeq: Position,
        validToSeq: Position.nullable(),
      }),
    )
    .max(500),
  revoked: z
    .array(z.strictObject({ fp: KeyPrint, lastGoodSeq: z.int().min(-1), reason: z.string().max(500) }))
    .max(500),
  /** Without one, positions would be the word of whoever made the bundle. */
  ledgerKeys: z.array(KeyText).min(1).max(10),
});
export type TrustList = z.infer<typeof TrustList>;

/** What the list is called in what is said about it. */
export const trustListPath = 'list.json';

/**
 * Reads the signed bytes of a list: canonical JSON of its form, with sound keys that each stand once, in one use, and with
 * fingerprints that are theirs. Throws `Refusal` `trust-list-form` or `trust-key`. No signature is looked at.
 */
export function readTrustList(bytes: Uint8Array, crypto: Crypto): TrustList {
  const json = parseCanonicalJsonFile(bytes);
  if (!json.ok) throw unreadableList(jsonParticular(json.fault, trustListPath));
  return checkTrustList(json.value, crypto);
}

/** `value` as a list that keeps every rule of `readTrustList`; throws as that does. */
export function checkTrustList(value: unknown, crypto: Crypto): TrustList {
  const form = readForm(value, trustListPath, TrustList);
  if (!form.ok) throw unreadableList(form.fault);
  const list = form.value;
  refuseUnfitKeys(listedKeys(list));
  const fault = rootFault(list) ?? signerFault(list, crypto) ?? revocationFault(list);
  if (fault !== undefined) throw unreadableList(fault);
  return list;
}

/** The bytes of `list` that are signed. */
export function trustListBytes(list: TrustList): Uint8Array {
  return canonicalJsonFile(list);
}

/** The key of a line in a list that was checked. */
export function listedKey(line: string, of: string): SshKey {
  const key = readKeyLine(line);
  if (key === undefined || keyLine(key, '') !== line) throw unfitKey(of, 'kind');
  return key;
}

function listedKeys({ rootKeys, signers, ledgerKeys }: TrustList) {
  const ledger = ledgerKeys.map((line, i) => {
    const of = `ledgerKeys.${i}`;
    const key = listedKey(line, of);
    if (key.type !== 'ssh-ed25519') throw unfitKey(of, 'kind');
    return { of, key };
  });
  return [
    ...rootKeys.map((line, i) => ({ of: `rootKeys.${i}`, key: listedKey(line, `rootKeys.${i}`) })),
    ...signers.map(({ id, key: line }) => ({ of: id, key: listedKey(line, id) })),
    ...ledger,
  ];
}

function at(field: string): Place {
  return { path: trustListPath, field };
}

function rootFault({ rootKeys, rootThreshold }: TrustList): Particular | undefined {
  if (rootThreshold <= rootKeys.length) return undefined;
  return particular(
    'trust-root-threshold',
    { needed: rootThreshold, keys: rootKeys.length },
    at('rootThreshold'),
  );
}

function signerFault({ signers }: TrustList, crypto: Crypto): Particular | undefined {
  for (const [i, { id, person, key, fp, validFromSeq, validToSeq }] of signers.entries()) {
    if (keyFingerprint(listedKey(key, id), crypto) !== fp)
      return particular('trust-fingerprint-differs', { signer: id }, at(`signers.${i}.fp`));
    if (validToSeq !== null && validToSeq < validFromSeq)
      return particular('trust-window', { signer: id }, at(`signers.${i}.validToSeq`));
    if (signers.slice(0, i).some((other) => other.id === id && other.person !== person))
      return particular('trust-two-persons', { signer: id }, at(`signers.${i}.person`));
  }
  return undefined;
}

function revocationFault({ revoked }: TrustList): Particular | undefined {
  const i = revoked.findIndex(({ fp }, k) => revoked.slice(0, k).some((other) => other.fp === fp));
  return i === -1 ? undefined : particular('trust-revoked-twice', {}, at(`revoked.${i}.fp`));
}
