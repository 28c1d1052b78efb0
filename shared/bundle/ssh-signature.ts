import { fromBase64, toBase64 } from '../base/base64.ts';
import { concatBytes, equalBytes, fromUtf8, utf8 } from '../base/bytes.ts';
import type { Crypto, Signer } from '../ports/crypto.ts';
import { ed25519Key, readKeyBlob, type SshKey } from './ssh-key.ts';
import {
  readSignatureBlob,
  type SignatureValue,
  type Touch,
  writeSignatureBlob,
} from './ssh-signature-blob.ts';
import { readSshStrings, sshNumber, sshString } from './ssh-wire.ts';

const magic = 'SSHSIG';
const begin = '-----BEGIN SSH SIGNATURE-----';
const end = '-----END SSH SIGNATURE-----';
const lineLength = 70;

/** What an armoured signature holds. */
export interface SshSignature extends SignatureValue {
  readonly key: SshKey;
  readonly namespace: string;
}

/** The bytes that are signed for `message` in `namespace` (OpenSSH PROTOCOL.sshsig, hash sha512). */
export function sshSignedBytes(namespace: string, message: Uint8Array, crypto: Crypto): Uint8Array {
  const digest = crypto.sha512(message);
  return concatBytes([
    utf8(magic),
    sshString(namespace),
    sshString(''),
    sshString('sha512'),
    sshString(digest),
  ]);
}

/** The bytes a security key signs in place of `signed` (OpenSSH PROTOCOL.u2f). */
export function touchedBytes(
  signed: Uint8Array,
  application: string,
  { flags, counter }: Touch,
  crypto: Pick<Crypto, 'sha256'>,
): Uint8Array {
  return concatBytes([
    crypto.sha256(utf8(application)),
    Uint8Array.of(flags),
    sshNumber(counter),
    crypto.sha256(signed),
  ]);
}

/** A detached signature file, byte for byte as `ssh-keygen -Y sign` writes it. */
export function writeSshSignature(value: SshSignature): Uint8Array {
  const blob = concatBytes([
    utf8(magic),
    sshNumber(1),
    sshString(value.key.blob),
    sshString(value.namespace),
    sshString(''),
    sshString('sha512'),
    sshString(writeSignatureBlob(value.key.type, value)),
  ]);
  const lines = toBase64(blob).match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return utf8([begin, ...lines, end, ''].join('\n'));
}

/** Reads only what `writeSshSignature` writes for a known key type and sha512; otherwise `undefined`. */
export function readSshSignature(bytes: Uint8Array): SshSignature | undefined {
  const lines = fromUtf8(bytes)?.split('\n') ?? [];
  const blob = fromBase64(lines.slice(1, -2).join(''));
  const value = blob === undefined ? undefined : readBlob(blob);
  return value !== undefined && equalBytes(writeSshSignature(value), bytes) ? value : undefined;
}

function readBlob(blob: Uint8Array): SshSignature | undefined {
  const [keyBlob, name, , , signed] = readSshStrings(blob.subarray(magic.length + 4)) ?? [];
  if (keyBlob === undefined || name === undefined || signed === undefined) return undefined;
  const [key, namespace] = [readKeyBlob(keyBlob), fromUtf8(name)];
  if (key === undefined || namespace === undefined) return undefined;
  const value = readSignatureBlob(key.type, signed);
  return value === undefined ? undefined : { ...value, key, namespace };
}

/** Whether `read` signs `message` in the namespace it names. Neither namespace, key nor touch is judged. */
export function fitsMessage(read: SshSignature, message: Uint8Array, crypto: Crypto): boolean {
  const { key, signature, touch = { flags: 0, counter: 0 } } = read;
  const signed = sshSignedBytes(read.namespace, message, crypto);
  switch (key.type) {
    case 'ssh-ed25519':
      return crypto.verify(key.point, signed, signature);
    case 'sk-ssh-ed25519@openssh.com':
      return crypto.verify(key.point, touchedBytes(signed, key.application, touch, crypto), signature);
    case 'ecdsa-sha2-nistp256':
      return crypto.verifyP256(key.point, signed, signature);
  }
}

/** Whether a security key says that somebody touched it. Keys of other types cannot say so. */
export function wasTouched({ touch }: SshSignature): boolean {
  return touch !== undefined && (touch.flags & 0x01) !== 0;
}

/** Whether a security key says that its PIN or a finger was checked. Keys of other types cannot say so. */
export function wasVerified({ touch }: SshSignature): boolean {
  return touch !== undefined && (touch.flags & 0x04) !== 0;
}

/** Signs `message` in `namespace` and returns the signature file. */
export async function signWithSsh(
  namespace: string,
  message: Uint8Array,
  signer: Signer,
  crypto: Crypto,
): Promise<Uint8Array> {
  const signature = await signer.sign(sshSignedBytes(namespace, message, crypto));
  return writeSshSignature({ key: ed25519Key(signer.publicKey), namespace, signature });
}
