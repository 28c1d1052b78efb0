import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64, toBase64 } from '../base/base64.ts';
import { concatBytes, equalBytes, fromUtf8 } from '../base/bytes.ts';
import type { Crypto } from '../ports/crypto.ts';
import { readSshStrings, sshString } from './ssh-wire.ts';

/** The one key type signatures are accepted from. */
export const ed25519KeyType = 'ssh-ed25519';

/** An Ed25519 public key (32 bytes) as OpenSSH stores it inside its base64. */
export function sshKeyBlob(publicKey: Uint8Array): Uint8Array {
  return concatBytes([sshString(ed25519KeyType), sshString(publicKey)]);
}

/** The 32 bytes of an Ed25519 key in OpenSSH's form; `undefined` for any other key. */
export function readSshKeyBlob(blob: Uint8Array): Uint8Array | undefined {
  const [type, key, ...rest] = readSshStrings(blob) ?? [];
  if (type === undefined || key === undefined || rest.length > 0) return undefined;
  return fromUtf8(type) === ed25519KeyType && key.length === 32 ? key : undefined;
}

/** The line of a `.pub` file, without line feed: `ssh-ed25519 AAAA... comment`. */
export function publicKeyLine(publicKey: Uint8Array, comment: string): string {
  return `${ed25519KeyType} ${toBase64(sshKeyBlob(publicKey))} ${comment}`.trimEnd();
}

/** The key of a line such as `publicKeyLine` writes; the comment is ignored; `undefined` when there is no such key. */
export function readPublicKeyLine(line: string): Uint8Array | undefined {
  const [type, encoded] = line.trim().split(/\s+/);
  if (type !== ed25519KeyType || encoded === undefined) return undefined;
  const blob = fromBase64(encoded);
  return blob === undefined ? undefined : readSshKeyBlob(blob);
}

/** The fingerprint `ssh-keygen -l` prints: `SHA256:` and unpadded base64. */
export function fingerprint(publicKey: Uint8Array, crypto: Crypto): string {
  return `SHA256:${toBase64(crypto.sha256(sshKeyBlob(publicKey))).replace(/=+$/, '')}`;
}

/**
 * Whether a key can identify anybody: a canonical point of the prime-order group. Libraries accept trivial signatures
 * under the small-order keys, so those never enter a trust list.
 */
export function isSoundPublicKey(publicKey: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(publicKey, false);
    return equalBytes(point.toBytes(), publicKey) && !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}
