import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { concatBytes } from '../../shared/base/bytes.ts';
import { fromHex } from '../../shared/base/hex.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';

/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const ed25519Prefix = fromHex('302a300506032b6570032100') ?? new Uint8Array();
/** What stands before the 65 bytes of a P-256 point in SubjectPublicKeyInfo (RFC 5480). */
const p256Prefix = fromHex('3059301306072a8648ce3d020106082a8648ce3d030107034200') ?? new Uint8Array();

/** Digests and signature checks by the library that comes with Node or Electron. */
export const nodeCrypto: Crypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  sha512: (bytes) => createHash('sha512').update(bytes).digest(),
  verify: (publicKey, message, signature) =>
    signature.length === 64 &&
    holds(() => verify(null, message, keyFrom(ed25519Prefix, publicKey), signature)),
  verifyP256: (point, message, signature) =>
    signature.length === 64 &&
    holds(() => {
      const key = keyFrom(p256Prefix, point);
      return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
    }),
};

function keyFrom(prefix: Uint8Array, publicKey: Uint8Array): KeyObject {
  return createPublicKey({
    key: Buffer.from(concatBytes([prefix, publicKey])),
    format: 'der',
    type: 'spki',
  });
}

function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
