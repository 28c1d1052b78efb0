import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Random numbers of one attack, the same for the same seed on every machine. For drawing targets and groups only: noise that
 * protects people comes from the system's random source.
 */
export interface SeededRandom {
  /** The next unsigned 32-bit integer. */
  bits(): number;
  /** Uniform in 0 (included) to 1 (excluded), in steps of 2^-32. */
  uniform(): number;
  /** Uniform integer in 0 to `limit` - 1, without bias; `limit` is at most 2^32. */
  below(limit: number): number;
}

/**
 * A stream of its own for each seed and purpose: the small fast counter generator sfc32 (128 bits of state; Doty-Humphrey, PractRand),
 * started from SHA-256 of both.
 */
export function seededRandom(seed: string, purpose: string): SeededRandom {
  const digest = sha256(Uint8Array.from(`${seed}\n${purpose}`, (letter) => letter.charCodeAt(0)));
  const word = (at: number): number =>
    digest.subarray(4 * at, 4 * at + 4).reduce((sum, byte) => (sum * 256 + byte) >>> 0, 0);
  let [a, b, c, counter] = [word(0), word(1), word(2), 1];
  const bits = (): number => {
    const mixed = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + mixed) >>> 0;
    return mixed;
  };
  for (let i = 0; i < 15; i += 1) bits();
  const below = (limit: number): number => {
    const rest = 0x1_0000_0000 % limit;
    let drawn = bits();
    while (drawn >= 0x1_0000_0000 - rest) drawn = bits();
    return drawn % limit;
  };
  return { bits, uniform: () => bits() / 0x1_0000_0000, below };
}
