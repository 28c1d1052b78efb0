import type { SeededRandom } from '../random.ts';
import type { Traces } from '../traces.ts';

/** Entries added up between two steps of progress. */
const entriesPerStep = 500_000;

/** A group of people, added up. */
export interface Crowd {
  /** Persons in each slot. */
  readonly counts: Int32Array;
  /** One of them, who makes room for the target. */
  readonly leaver: number;
  /** Somebody else from the same people, who stands for the target in the null control. */
  readonly stranger: number;
}

/**
 * Draws `size` of the people in `pool` and adds up their slots; `pool` is shuffled on the way. Without repeats where they
 * are at most half of the pool, otherwise with. Yields about every millisecond.
 */
export function* drawCrowd(
  { groups, starts, groupOf }: Traces,
  pool: Uint32Array,
  size: number,
  random: SeededRandom,
): Generator<void, Crowd> {
  const counts = new Int32Array(groups);
  const draw = drawerOf(pool, 2 * size <= pool.length, random);
  let entries = 0;
  let leaver = 0;
  for (let i = 0; i < size; i += 1) {
    leaver = draw();
    const end = starts[leaver + 1] ?? 0;
    for (let at = starts[leaver] ?? 0; at < end; at += 1) {
      const slot = groupOf[at] ?? 0;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    entries += end - (starts[leaver] ?? 0) + 1;
    if (entries < entriesPerStep) continue;
    entries = 0;
    yield;
  }
  return { counts, leaver, stranger: draw() };
}

function drawerOf(pool: Uint32Array, isDistinct: boolean, random: SeededRandom): () => number {
  if (!isDistinct) return () => pool[random.below(pool.length)] ?? 0;
  let next = 0;
  return () => {
    const other = next + random.below(pool.length - next);
    const one = pool[other] ?? 0;
    pool[other] = pool[next] ?? 0;
    pool[next] = one;
    next += 1;
    return one;
  };
}

/** 1 in each slot where this person is, 0 elsewhere. */
export function slotsOf({ groups, starts, groupOf }: Traces, person: number): Uint8Array {
  const marks = new Uint8Array(groups);
  for (let i = starts[person] ?? 0; i < (starts[person + 1] ?? 0); i += 1) marks[groupOf[i] ?? 0] = 1;
  return marks;
}
