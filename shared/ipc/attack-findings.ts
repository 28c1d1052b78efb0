import { z } from 'zod';
import { AttackName } from '../policy/attack-limits.ts';
import { Int32Column } from './columns.ts';

/**
 * Where something was found, for the officer's map and histogram: a zone over the whole period, and the published figure that gives
 * it away. Never a time, a category, or a number below the minimum.
 */
export const AttackMark = z.strictObject({
  attack: AttackName,
  zoneId: z.string(),
  persons: z.int().positive(),
});
export type AttackMark = Readonly<z.infer<typeof AttackMark>>;

/** The path that was recovered best, of people who were made up: zones by bin as indices into `zoneIds`, -1 where not seen. */
export const RecoveredReplay = z.strictObject({
  zoneIds: z.array(z.string()),
  binsPerDay: z.int().positive(),
  truth: Int32Column,
  recovered: Int32Column,
  awayBins: z.int().nonnegative(),
  awayRight: z.int().nonnegative(),
});
export type RecoveredReplay = Readonly<z.infer<typeof RecoveredReplay>>;
