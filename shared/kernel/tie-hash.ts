/**
 * A 32-bit number that orders ties: an unkeyed mixture (MurmurHash3's finishing steps) of a person's own number and up to
 * three others. The same numbers give the same order everywhere; it hides nothing and never leaves the vault.
 */
export function tieHash(person: number, zone: number, time: number, other = 0): number {
  return mixed(mixed(mixed(mixed(0x9e37_79b9 ^ person) ^ zone) ^ time) ^ other) >>> 0;
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
