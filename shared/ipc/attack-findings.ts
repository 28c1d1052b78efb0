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

/**
 * What lies between a zone of the release and one of an earlier release: where the people are whom a subtraction of their figures shows.
 * Outlines and names alone, all of them published; never a number of people.
 */
export const AttackSliver = z.strictObject({
  /** Id of the zone of this release, and of the zone of the earlier one. */
  zoneId: z.string(),
  earlierZoneId: z.string(),
  releaseId: z.string(),
  /** Whether the zone of the earlier release is the larger one: the sliver then lies outside the zone of this release. */
  isEarlierLarger: z.boolean(),
  squareMetres: z.number().nonnegative(),
  /** Rings of [longitude, latitude] that do not overlap. */
  rings: z.array(z.array(z.tuple([z.number(), z.number()]).readonly()).readonly()).readonly(),
});
export type AttackSliver = Readonly<z.infer<typeof AttackSliver>>;

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
