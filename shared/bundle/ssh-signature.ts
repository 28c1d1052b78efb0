import { fromBase64, toBase64 } from '../base/base64.ts';
import { concatBytes, equalBytes, fromUtf8, utf8 } from '../base/bytes.ts';
import type { Crypto, Signer } from '../ports/crypto.ts';
import { ed25519KeyType, readSshKeyBlob, sshKeyBlob } from './ssh-key.ts';
import { readSshStrings, sshNumber, sshString } from './ssh-wire.ts';

const magic = 'SSHSIG';
const begin = '-----BEGIN SSH SIGNATURE-----';
const end = '-----END SSH SIGNATURE-----';
const lineLength = 70;

/** What an armoured signature holds. */
export interface SshSignature {
  readonly publicKey: Uint8Array;
  readonly namespace: string;
  readonly signature: Uint8Array;
}

/** The bytes Ed25519 signs for `message` in `namespace` (OpenSSH PROTOCOL.sshsig, hash sha512). */
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

/** A detached signature file, byte for byte as `ssh-keygen -Y sign` writes it. */
export function writeSshSignature(value: SshSignature): Uint8Array {
  const blob = concatBytes([
    utf8(magic),
    sshNumber(1),
    sshString(sshKeyBlob(value.publicKey)),
    sshString(value.namespace),
    sshString(''),
    sshString('sha512'),
    sshString(concatBytes([sshString(ed25519KeyType), sshString(value.signature)])),
  ]);
  const lines = toBase64(blob).match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return utf8([begin, ...lines, end, ''].join('\n'));
}

/** Reads only what `writeSshSignature` writes for an Ed25519 key and sha512; otherwise `undefined`. */
export function readSshSignature(bytes: Uint8Array): SshSignature | undefined {
  const lines = fromUtf8(bytes)?.split('\n') ?? [];
  const blob = fromBase64(lines.slice(1, -2).join(''));
  const value = blob === undefined ? undefined : readBlob(blob);
  return value !== undefined && equalBytes(writeSshSignature(value), bytes) ? value : undefined;
}

function readBlob(blob: Uint8Array): SshSignature | undefined {
  const [key, namespace, , , signed] = readSshStrings(blob.subarray(magic.length + 4)) ?? [];
  if (key === undefined || namespace === undefined || signed === undefined) return undefined;
  const publicKey = readSshKeyBlob(key);
  const signature = readSshStrings(signed)?.[1];
  if (publicKey === undefined || signature?.length !== 64) return undefined;
  return { publicKey, namespace: fromUtf8(namespace) ?? '', signature };
}

/** Signs `message` in `namespace` and returns the signature file. */
export async function signWithSsh(
  namespace: string,
  message: Uint8Array,
  signer: Signer,
  crypto: Crypto,
): Promise<Uint8Array> {
  const signature = await signer.sign(sshSignedBytes(namespace, message, crypto));
  return writeSshSignature({ publicKey: signer.publicKey, namespace, signature });
}
