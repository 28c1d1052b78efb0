/** A set of persons, one bit each. */
export type PersonSet = Uint32Array;

/** The empty set of so many persons. */
export function personSet(persons: number): PersonSet {
  return new Uint32Array((persons + 31) >>> 5);
}

export function addPerson(set: PersonSet, person: number): void {
  set[person >>> 5] = (set[person >>> 5] ?? 0) | (1 << (person & 31));
}

/** Number of persons in a set. */
export function sizeOf(set: PersonSet): number {
  let size = 0;
  for (const word of set) if (word !== 0) size += bitsOf(word);
  return size;
}

/** Puts the common part of some sets (at least one) into `into` and returns its size. */
export function intersect(sets: readonly PersonSet[], into: PersonSet): number {
  const [first = into, ...rest] = sets;
  let size = 0;
  for (let at = 0; at < into.length; at += 1) {
    let word = first[at] ?? 0;
    for (let i = 0; word !== 0 && i < rest.length; i += 1) word &= rest[i]?.[at] ?? 0;
    into[at] = word;
    if (word !== 0) size += bitsOf(word);
  }
  return size;
}

/** Calls back for each person of a set, ascending, until the call returns false. */
export function eachPerson(set: PersonSet, visit: (person: number) => boolean): void {
  for (let at = 0; at < set.length; at += 1) {
    let word = set[at] ?? 0;
    while (word !== 0) {
      const low = word & -word;
      if (!visit(at * 32 + 31 - Math.clz32(low))) return;
      word ^= low;
    }
  }
}

function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
