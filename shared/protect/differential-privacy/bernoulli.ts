import type { ByteStream } from './byte-stream.ts';

/**
 * True with probability `numerator / denominator`, a fraction from 0 to 1 (Bernoulli). Compares a uniform number, drawn byte
 * by byte, with the fraction written in base 256: exact, and one byte is enough 255 times in 256.
 */
export function bernoulli(bytes: ByteStream, numerator: bigint, denominator: bigint): boolean {
  if (numerator >= denominator) return true;
  let left = numerator;
  while (left > 0n) {
    left *= 256n;
    const low = bytes.next() * denominator;
    if (low >= left) return false;
    if (low + denominator <= left) return true;
    left -= low;
  }
  return false;
}

/**
 * True with probability exp(-`numerator / denominator`), the fraction 0 or more (Canonne, Kamath and Steinke 2020,
 * algorithm 1). No exponential is computed: how long a run of successes lasts follows the series of exp.
 */
export function bernoulliExp(bytes: ByteStream, numerator: bigint, denominator: bigint): boolean {
  let left = numerator;
  while (left > denominator) {
    if (!bernoulliExpUpToOne(bytes, 1n, 1n)) return false;
    left -= denominator;
  }
  return bernoulliExpUpToOne(bytes, left, denominator);
}

function bernoulliExpUpToOne(bytes: ByteStream, numerator: bigint, denominator: bigint): boolean {
  let tries = 1n;
  while (bernoulli(bytes, numerator, denominator * tries)) tries++;
  return (tries & 1n) === 1n;
}
