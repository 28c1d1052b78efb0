import type { Keys } from '../../base/keys.ts';
import type { NoiseRow, NoiseTable } from './noise-table.ts';

const keySpace = 2 ** 32;

/** Row by row the upper ends of the intervals of cell keys, as numbers of 32 bits; the last one is 2^32. */
export interface NoiseIntervals {
  readonly rows: readonly { readonly deviations: readonly number[]; readonly ends: readonly number[] }[];
}

/**
 * Cuts the space of cell keys into one interval per deviation, ascending, as wide as the deviation is probable. Ends are
 * rounded to 2^-32, which moves no probability by more than 2.4e-10.
 */
export function noiseIntervals(table: NoiseTable): NoiseIntervals {
  return { rows: table.rows.map((row) => ({ deviations: row.deviations, ends: endsOf(row) })) };
}

function endsOf({ probabilities }: NoiseRow): readonly number[] {
  let sum = 0;
  return probabilities.map((probability, i) => {
    sum += probability;
    return i === probabilities.length - 1 ? keySpace : Math.round(sum * keySpace);
  });
}

/** The noise of a true count whose cell key has this upper half: the deviation whose interval holds the key. 0 for count 0. */
export function noiseAt({ rows }: NoiseIntervals, count: number, keyHigh: number): number {
  const row = count > 0 ? rows[Math.min(count, rows.length) - 1] : undefined;
  if (!row) return 0;
  for (let i = 0; i < row.ends.length; i++) if (keyHigh < (row.ends[i] ?? 0)) return row.deviations[i] ?? 0;
  throw new Error(`a cell key of more than 32 bits in its upper half: ${keyHigh}`);
}

/** True counts with their noise, group by group: `counts[i]` persons with cell key i. Never below 0, never forbidden. */
export function perturbed(intervals: NoiseIntervals, counts: Int32Array, keys: Keys): Int32Array {
  return counts.map((count, i) => count + noiseAt(intervals, count, keys.high[i] ?? 0));
}
