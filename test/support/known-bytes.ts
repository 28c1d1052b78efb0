import { createCipheriv } from 'node:crypto';
import type { RandomBytes } from '../../shared/ports/random-bytes.ts';

/** An endless byte stream that is the same everywhere for the same `seed` (0 to 255): AES-256 in counter mode over zeros. */
export function knownBytes(seed: number): RandomBytes {
  const cipher = createCipheriv('aes-256-ctr', Buffer.alloc(32, seed), Buffer.alloc(16));
  return { take: (count) => new Uint8Array(cipher.update(Buffer.alloc(count))) };
}
