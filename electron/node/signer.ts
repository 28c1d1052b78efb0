import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { concatBytes } from '../../shared/base/bytes.ts';
import { fromHex } from '../../shared/base/hex.ts';
import type { Signer } from '../../shared/ports/crypto.ts';

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410). */
const pkcs8Prefix = fromHex('302e020100300506032b657004220420') ?? new Uint8Array();

/** A signer that holds the Ed25519 key of `seed` (32 bytes) in memory until it is collected; nothing can promise it is erased. */
export function signerFromSeed(seed: Uint8Array): Signer {
  const der = Buffer.from(concatBytes([pkcs8Prefix, seed]));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: (message) => Promise.resolve(new Uint8Array(sign(null, message, key))),
  };
}
