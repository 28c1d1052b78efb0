import { literal, sql, type Sql } from '../sql/fragment.ts';

const digitsUsed = 16;
const keyPattern = /^[0-9a-f]{32}$/;

/**
 * 64-bit hash of a text under a review's key, 32 hexadecimal digits: DuckDB's own hash and the first half of the key, bit by bit
 * (exclusive or). It need only keep texts apart and never prove anything.
 */
export function hashUnderKey(text: Sql, key: string): Sql {
  return sql`xor(hash(${text}), CAST(${literal(BigInt(`0x${halfOf(key)}`))} AS UBIGINT))`;
}

/**
 * A 32-bit number from a text alone, the same in every review, by the upper half of its hash under a key: it orders ties. It is DuckDB's own
 * hash without a key, so it must never leave the vault.
 */
export function tieUnderKey(key: string): (high: number) => number {
  const mask = Number.parseInt(halfOf(key).slice(0, digitsUsed / 2), 16) ^ (1 << 31);
  return (high) => high ^ mask;
}

function halfOf(key: string): string {
  if (!keyPattern.test(key)) throw new Error('a review key is 32 hexadecimal digits');
  return key.slice(0, digitsUsed);
}
