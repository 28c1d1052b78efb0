import { concatBytes, equalBytes, fromUtf8, utf8 } from '../base/bytes.ts';
import { Refusal } from '../base/failure.ts';
import type { Crypto } from '../ports/crypto.ts';
import { trustNamespace } from './names.ts';
import { particular } from './particular.ts';
import { isSameKey, keyFingerprint, type SshKey } from './ssh-key.ts';
import { isSoundKey } from './ssh-sound-key.ts';
import { fitsMessage, readSshSignature, wasTouched } from './ssh-signature.ts';
import { readTrustList, type TrustList } from './trust-list.ts';
import { unreadableList } from './trust-refusals.ts';

/** A list with its signatures, as one file of text: the list, which is one line, and behind it any number of SSHSIG armours. */
export interface TrustListFile {
  readonly list: TrustList;
  /** The first line with its line feed: what is signed. */
  readonly bytes: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  /** Keys of the signatures, in their order; each fits. Whether they may sign is not judged here. */
  readonly signedBy: readonly SshKey[];
}

/** Most bytes a list with its signatures may have. */
export const maximumTrustListBytes = 1 << 20;
const armourEnd = '-----END SSH SIGNATURE-----\n';

/**
 * Reads a list and checks every signature in it. Throws `Refusal` `trust-list-form` and `trust-key` as `readTrustList`, and
 * `trust-list-signature` for a signature that does not fit, was made for another purpose or without a touch, or stands twice.
 */
export function readTrustListFile(file: Uint8Array, crypto: Crypto): TrustListFile {
  const text = file.length > maximumTrustListBytes ? undefined : fromUtf8(file);
  if (text === undefined) throw unreadableList(particular('trust-not-utf8', {}));
  const cut = text.indexOf('\n') + 1;
  const bytes = utf8(text.slice(0, cut));
  const list = readTrustList(bytes, crypto);
  const signatures = cutArmours(text.slice(cut));
  const signedBy: SshKey[] = [];
  for (const signature of signatures) {
    const key = trustSignatureKey(bytes, signature, crypto);
    if (signedBy.some((other) => isSameKey(other, key))) throw unfitSignature(signedBy.length + 1);
    signedBy.push(key);
  }
  return { list, bytes, signatures, signedBy };
}

/** The bytes of such a file. */
export function writeTrustListFile({
  bytes,
  signatures,
}: Pick<TrustListFile, 'bytes' | 'signatures'>): Uint8Array {
  return concatBytes([bytes, ...signatures]);
}

/**
 * `file` with one more signature. Throws as `readTrustListFile`; a signature by a key that signed already is left out, since it
 * would say nothing new.
 */
export function withTrustSignature(file: Uint8Array, signature: Uint8Array, crypto: Crypto): Uint8Array {
  const read = readTrustListFile(file, crypto);
  const key = trustSignatureKey(read.bytes, signature, crypto);
  if (read.signedBy.some((other) => isSameKey(other, key))) return file;
  return writeTrustListFile({ bytes: read.bytes, signatures: [...read.signatures, signature] });
}

/** The key that made `signature` over the list `bytes`; throws `Refusal` `trust-list-signature`. */
export function trustSignatureKey(bytes: Uint8Array, signature: Uint8Array, crypto: Crypto): SshKey {
  const read = readSshSignature(signature);
  if (read === undefined) throw unfitSignature('');
  const print = keyFingerprint(read.key, crypto);
  const isMeant = read.namespace === trustNamespace && isSoundKey(read.key);
  const isTouched = read.key.type !== 'sk-ssh-ed25519@openssh.com' || wasTouched(read);
  if (!isMeant || !isTouched || !fitsMessage(read, bytes, crypto)) throw unfitSignature(print);
  return read.key;
}

function cutArmours(text: string): readonly Uint8Array[] {
  const parts = text
    .split(armourEnd)
    .slice(0, -1)
    .map((part) => utf8(`${part}${armourEnd}`));
  const whole = equalBytes(concatBytes(parts), utf8(text));
  if (!whole) throw unreadableList(particular('trust-list-tail', {}));
  return parts;
}

function unfitSignature(which: string | number): Refusal {
  const message = `A signature of the trust list does not count (${which === '' ? 'unreadable' : which}): it does not fit the list, stands twice, was made for another purpose or without touching the security key. Ask the publisher for the list again.`;
  return new Refusal('trust-list-signature', message, { signature: which });
}
