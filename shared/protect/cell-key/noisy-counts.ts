import type { GroupTable } from '../../products/group-table.ts';
import type { CellKeyNoise } from '../../recipe/guarantee.ts';
import { noiseTable } from './noise-table.ts';
import { noiseIntervals, perturbed } from './perturb.ts';

/**
 * Persons of each group with the noise a recipe asks for, before rounding. Groups of the same persons have the same noise in
 * every table. The table carries keys. Refuses noise that no table has (`noise-parameters`).
 */
export function noisyCounts(
  { persons, keys }: Pick<GroupTable, 'persons' | 'keys'>,
  { maximumNoise, variance, smallestFigure }: CellKeyNoise,
): Int32Array {
  if (!keys) throw new Error('a table without cell keys cannot have their noise');
  const parameters = {
    maximumNoise,
    variance: Number(variance),
    largestForbidden: smallestFigure,
    monotone: true,
  };
  return perturbed(noiseIntervals(noiseTable(parameters)), persons, keys);
}
