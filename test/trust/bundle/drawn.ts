/** Numbers from 0 to 2^32 - 1, the same on every run for the same seed (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** `count` different whole numbers below `limit`, in rising order; all of them where `count` reaches `limit`. */
export function drawnBelow(limit: number, count: number, seed: number): readonly number[] {
  if (count >= limit) return Array.from({ length: limit }, (_, i) => i);
  const next = drawn(seed);
  const found = new Set<number>();
  while (found.size < count) found.add(next() % limit);
  return [...found].toSorted((a, b) => a - b);
}
