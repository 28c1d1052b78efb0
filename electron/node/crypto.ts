import { createHash, createPublicKey, verify } from 'node:crypto';
import { concatBytes } from '../../shared/base/bytes.ts';
import { fromHex } from '../../shared/base/hex.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';

/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const spkiPrefix = fromHex('302a300506032b6570032100') ?? new Uint8Array();

/** Digests and signature checks by the library that comes with Node or Electron. */
export const nodeCrypto: Crypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  sha512: (bytes) => createHash('sha512').update(bytes).digest(),
  verify: (publicKey, message, signature) => {
    try {
      const der = Buffer.from(concatBytes([spkiPrefix, publicKey]));
      const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
      return signature.length === 64 && verify(null, message, key, signature);
    } catch {
      return false;
    }
  },
};
