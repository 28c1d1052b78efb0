import { z } from 'zod';
import { ByteColumn, Int32Column } from './columns.ts';

const Count = z.int().nonnegative();

/**
 * What is said of a cell, by bit of `flags` (the first is 1). `used`: at least the minimum of persons had an event there over the whole
 * extract; without it nobody is told whether fewer had or none. `moved`: the reference puts it in several places, one after the other.
 * `unclear`: the reference puts it in several places at once, so that it is not read. The others stand for a `CellChange`.
 */
export const cellFlags = ['used', 'moved', 'unclear', 'begins', 'ends', 'takesOver'] as const;
export type CellFlag = (typeof cellFlags)[number];

/** Hours in a row in which events are missing; `firstSecond` is the start of the first one, seconds since 1970 UTC. */
export const CoverageGap = z.strictObject({ firstSecond: z.int(), hours: z.int().positive() });
export type CoverageGap = z.infer<typeof CoverageGap>;

/** Persons with `from` to `to` events each; the last bin has no end. Every bin holds at least the minimum of persons. */
export const PersonsBin = z.strictObject({
  from: z.int().positive(),
  to: z.int().positive().optional(),
  persons: Count,
});
export type PersonsBin = z.infer<typeof PersonsBin>;

/**
 * A cell of the network that changed inside the period, by its index: it `begins` or `ends`, or it `takesOver` from `other`, so that whoever
 * stayed looks as if they had moved. `day` is the first local day of the new state.
 */
export const CellChange = z.strictObject({
  kind: z.enum(['begins', 'ends', 'takesOver']),
  cell: Count,
  other: Count.optional(),
  day: z.string(),
});
export type CellChange = z.infer<typeof CellChange>;

/** What looks remarkable about an extract that was read. Counts of rows, and of persons only where there are at least `minimumPersons`. */
export const ExtractFindings = z.strictObject({
  minimumPersons: z.int().positive(),
  /** The longest first, at most 200 of `gapsFound`. */
  gaps: z.array(CoverageGap),
  gapsFound: Count,
  gapHours: Count,
  /** Nothing where there are fewer persons than the minimum in all. */
  eventsPerPerson: z.array(PersonsBin),
  /** Positions in millionths of a degree WGS 84: cells of the reference, or of positions that events state those with enough persons. */
  cells: z.strictObject({ latitude: Int32Column, longitude: Int32Column, flags: ByteColumn }),
  /** Whether the cells are those of a reference. */
  hasReference: z.boolean(),
  /** At most 200 of `changesFound`. Absent where there are too few whole days to compare, or too many cells. */
  changes: z.array(CellChange).optional(),
  changesFound: Count,
});
export type ExtractFindings = z.infer<typeof ExtractFindings>;

export const FindingsRequest = z.strictObject({ minimumPersons: z.int().positive() });
