import type { SeededRandom } from '../random.ts';

/** Random numbers that can be had once more. */
export interface ReplayedRandom extends SeededRandom {
  /** Go back to the first number since `forget`. */
  rewind(): void;
  /** Go on with new numbers. */
  forget(): void;
}

/**
 * Lets an attacker who knows the rule try a count and the next one under the same noise: what one person adds then shows without the
 * noise between two draws. `below` is even to within `limit` / 2^32, enough for learning.
 */
export function replayedRandom(random: SeededRandom): ReplayedRandom {
  const tape: number[] = [];
  let at = 0;
  const bits = (): number => {
    if (at === tape.length) tape.push(random.bits());
    at += 1;
    return tape[at - 1] ?? 0;
  };
  return {
    bits,
    uniform: () => bits() / 0x1_0000_0000,
    below: (limit) => Math.floor((bits() / 0x1_0000_0000) * limit),
    rewind: () => {
      at = 0;
    },
    forget: () => {
      tape.length = 0;
      at = 0;
    },
  };
}
