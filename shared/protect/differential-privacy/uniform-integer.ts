import type { ByteStream } from './byte-stream.ts';

/**
 * Draws whole numbers uniform in 0 to `below` - 1: as few bytes as hold the largest, those at or above the last full
 * multiple of `below` rejected. `below` is at least 1.
 */
export function uniformInteger(bytes: ByteStream, below: bigint): () => bigint {
  if (below < 1n) throw new Error('a uniform draw needs at least one value');
  let count = 0;
  let values = 1n;
  while (values < below) {
    values *= 256n;
    count++;
  }
  const limit = values - (values % below);
  return () => {
    for (;;) {
      let value = 0n;
      for (let i = 0; i < count; i++) value = value * 256n + bytes.next();
      if (value < limit) return value % below;
    }
  };
}
