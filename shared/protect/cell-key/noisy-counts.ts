import type { GroupTable } from '../../products/group-table.ts';
import type { CellKeyNoise } from '../../recipe/guarantee.ts';
import { noiseTable, type NoiseParameters } from './noise-table.ts';
import { noiseIntervals, perturbed } from './perturb.ts';

/**
 * Persons of each group with the noise a recipe asks for, before rounding. Groups of the same persons have the same noise in
 * every table. The table carries keys. Refuses noise that no table has (`noise-parameters`).
 */
export function noisyCounts(
  { persons, keys }: Pick<GroupTable, 'persons' | 'keys'>,
  noise: CellKeyNoise,
): Int32Array {
  if (!keys) throw new Error('a table without cell keys cannot have their noise');
  return perturbed(noiseIntervals(noiseTable(noiseParametersOf(noise))), persons, keys);
}

/** What the noise table of a recipe is made by. */
export function noiseParametersOf({ maximumNoise, variance, smallestFigure }: CellKeyNoise): NoiseParameters {
  return { maximumNoise, variance: Number(variance), largestForbidden: smallestFigure, monotone: true };
}
