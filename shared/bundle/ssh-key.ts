import { fromBase64, toBase64 } from '../base/base64.ts';
import { concatBytes, equalBytes, fromUtf8 } from '../base/bytes.ts';
import type { Crypto } from '../ports/crypto.ts';
import { readSshStrings, sshString } from './ssh-wire.ts';

/** Key types signatures are accepted from: in a file or an agent, on a FIDO2 security key, on a smart card or TPM. */
export const keyTypes = ['ssh-ed25519', 'sk-ssh-ed25519@openssh.com', 'ecdsa-sha2-nistp256'] as const;
export type KeyType = (typeof keyTypes)[number];

interface PlainKey {
  readonly type: 'ssh-ed25519' | 'ecdsa-sha2-nistp256';
  /** The key as OpenSSH stores it inside its base64. Two keys are the same when their blobs are. */
  readonly blob: Uint8Array;
  /** Ed25519: 32 bytes (RFC 8032). P-256: 65 bytes, uncompressed (SEC 1). */
  readonly point: Uint8Array;
}

interface SecurityKey extends Omit<PlainKey, 'type'> {
  readonly type: 'sk-ssh-ed25519@openssh.com';
  /** What the security key binds its signatures to; `ssh:` or a longer name that begins so. */
  readonly application: string;
}

/** A public key of a kind this application knows. Whether it is sound is asked of `isSoundKey`. */
export type SshKey = PlainKey | SecurityKey;

/** An Ed25519 key of 32 bytes. */
export function ed25519Key(publicKey: Uint8Array): SshKey {
  const blob = concatBytes([sshString('ssh-ed25519'), sshString(publicKey)]);
  return { type: 'ssh-ed25519', blob, point: publicKey };
}

/** The Ed25519 key (32 bytes) of a FIDO2 security key (OpenSSH PROTOCOL.u2f). */
export function securityKey(publicKey: Uint8Array, application: string): SshKey {
  const type = 'sk-ssh-ed25519@openssh.com';
  const blob = concatBytes([sshString(type), sshString(publicKey), sshString(application)]);
  return { type, blob, point: publicKey, application };
}

/** A P-256 key, its point uncompressed, 65 bytes (RFC 5656). */
export function p256Key(point: Uint8Array): SshKey {
  const blob = concatBytes([sshString('ecdsa-sha2-nistp256'), sshString('nistp256'), sshString(point)]);
  return { type: 'ecdsa-sha2-nistp256', blob, point };
}

/** Reads only what the three functions above write; `undefined` for any other key. */
export function readKeyBlob(blob: Uint8Array): SshKey | undefined {
  const [type, ...parts] = readSshStrings(blob) ?? [];
  const key = type === undefined ? undefined : readParts(fromUtf8(type) ?? '', parts);
  return key !== undefined && equalBytes(key.blob, blob) ? key : undefined;
}

const none = new Uint8Array();

function readParts(type: string, parts: readonly Uint8Array[]): SshKey | undefined {
  const [first = none, second = none] = parts;
  if (type === 'ecdsa-sha2-nistp256')
    return second.length === 65 && second[0] === 4 ? p256Key(second) : undefined;
  if (first.length !== 32) return undefined;
  if (type === 'ssh-ed25519') return ed25519Key(first);
  return type === 'sk-ssh-ed25519@openssh.com' ? readSecurityKey(first, fromUtf8(second) ?? '') : undefined;
}

function readSecurityKey(publicKey: Uint8Array, application: string): SshKey | undefined {
  return /^ssh:[!-~]{0,100}$/.test(application) ? securityKey(publicKey, application) : undefined;
}

/** The line of a `.pub` file, without line feed: `ssh-ed25519 AAAA... comment`. */
export function keyLine(key: SshKey, comment: string): string {
  return `${key.type} ${toBase64(key.blob)} ${comment}`.trimEnd();
}

/** `keyLine` of an Ed25519 key of 32 bytes. */
export function publicKeyLine(publicKey: Uint8Array, comment: string): string {
  return keyLine(ed25519Key(publicKey), comment);
}

/** The key of a line such as `keyLine` writes; the comment is ignored; `undefined` when there is no such key. */
export function readKeyLine(line: string): SshKey | undefined {
  const [type, encoded] = line.trim().split(/\s+/);
  const blob = encoded === undefined ? undefined : fromBase64(encoded);
  const key = blob === undefined ? undefined : readKeyBlob(blob);
  return key?.type === type ? key : undefined;
}

/** The fingerprint `ssh-keygen -l` prints: `SHA256:` and unpadded base64. */
export function keyFingerprint(key: SshKey, crypto: Crypto): string {
  return `SHA256:${toBase64(crypto.sha256(key.blob)).replace(/=+$/, '')}`;
}

/** `keyFingerprint` of an Ed25519 key of 32 bytes. */
export function fingerprint(publicKey: Uint8Array, crypto: Crypto): string {
  return keyFingerprint(ed25519Key(publicKey), crypto);
}

/** Whether both are the same key of the same type. */
export function isSameKey(a: SshKey, b: SshKey): boolean {
  return equalBytes(a.blob, b.blob);
}
