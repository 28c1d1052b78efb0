import { p256 } from '@noble/curves/nist.js';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { utf8 } from '../../shared/base/bytes.ts';
import { ed25519Key, p256Key, securityKey, type SshKey } from '../../shared/bundle/ssh-key.ts';
import type { Touch } from '../../shared/bundle/ssh-signature-blob.ts';
import {
  type SshSignature,
  sshSignedBytes,
  touchedBytes,
  writeSshSignature,
} from '../../shared/bundle/ssh-signature.ts';
import { testSigner } from './small-bundle.ts';

/** A key of any accepted type, held in this process; the same one for the same name. */
export interface SoftwareKey {
  readonly key: SshKey;
  /** Signs bytes as the token would; `touch` is what a security key says of its touch. */
  readonly sign: (message: Uint8Array, touch?: Touch) => Promise<Uint8Array>;
}

/** Touched, PIN checked. */
export const touchedAndVerified: Touch = { flags: 0x05, counter: 7 };

/** An Ed25519 key as it lies in a file or an agent. */
export function fileKey(name: string): SoftwareKey {
  const { publicKey, sign } = testSigner(name);
  return { key: ed25519Key(publicKey), sign };
}

/** What a FIDO2 token holds; a token without PIN says 0x01, and this one whatever it is told to. */
export function tokenKey(name: string, application = 'ssh:'): SoftwareKey {
  const { publicKey, sign } = testSigner(name);
  return {
    key: securityKey(publicKey, application),
    sign: (message, touch = touchedAndVerified) =>
      sign(touchedBytes(message, application, touch, nodeCrypto)),
  };
}

/** What a smart card or TPM holds. Its signatures may have a high s, as those of cards have. */
export function cardKey(name: string): SoftwareKey {
  const secret = nodeCrypto.sha256(utf8(`test card of ${name}`));
  return {
    key: p256Key(p256.getPublicKey(secret, false)),
    sign: (message) => Promise.resolve(p256.sign(message, secret, { lowS: false })),
  };
}

/** How a signature departs from an ordinary one. */
export interface Unusual {
  readonly namespace?: string;
  readonly touch?: Touch;
  /** Changes the signature before it is written. */
  readonly change?: (value: SshSignature) => SshSignature;
}

/** A signature file by `key` over `message`. */
export async function signatureBy(
  { key, sign }: SoftwareKey,
  message: Uint8Array,
  { namespace = 'freigabe.approval.v1', touch = touchedAndVerified, change = (value) => value }: Unusual = {},
): Promise<Uint8Array> {
  const signature = await sign(sshSignedBytes(namespace, message, nodeCrypto), touch);
  const said = key.type === 'sk-ssh-ed25519@openssh.com' ? { touch } : {};
  return writeSshSignature(change({ key, namespace, signature, ...said }));
}
