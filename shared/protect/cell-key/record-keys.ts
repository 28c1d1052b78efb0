import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Keys } from '../../base/keys.ts';
import type { RandomBytes } from '../../ports/random-bytes.ts';

const keysPerDigest = 4;

/** The secret of a review's noise, 32 random bytes: drawn once for an extract, never stored, told or shown. */
export function drawNoiseSecret(random: RandomBytes): Uint8Array {
  return random.take(32);
}

/**
 * One 64-bit record key per person number: big-endian quarters of HMAC-SHA-256 under the secret over the number of the
 * block of four persons (8 bytes, big-endian). The same secret and number give the same key.
 */
export function recordKeys(secret: Uint8Array, persons: number): Keys {
  const high = new Uint32Array(persons);
  const low = new Uint32Array(persons);
  const keyed = hmac.create(sha256, secret);
  const message = new DataView(new ArrayBuffer(8));
  for (let first = 0; first < persons; first += keysPerDigest) {
    message.setBigUint64(0, BigInt(first / keysPerDigest));
    const digest = keyed.clone().update(new Uint8Array(message.buffer)).digest();
    const quarters = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
    for (let i = 0; i < Math.min(keysPerDigest, persons - first); i++) {
      high[first + i] = quarters.getUint32(8 * i);
      low[first + i] = quarters.getUint32(8 * i + 4);
    }
  }
  return { high, low };
}
