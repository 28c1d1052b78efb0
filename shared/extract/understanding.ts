import { z } from 'zod';
import { SensitiveCategory } from '../recipe/sensitive-places.ts';

/** Why an event was not kept, in the order in which the reasons are tried. */
export const DropReason = z.enum([
  'ragged',
  'badTime',
  'missingPerson',
  'unknownCell',
  'badPosition',
  'objection',
  'outsideZones',
  'duplicate',
]);
export type DropReason = z.infer<typeof DropReason>;

const Count = z.int().nonnegative();

/** The objection register as it was applied, or the recorded reason why there is none. */
export const ObjectionReport = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), reason: z.string() }),
  z.strictObject({
    kind: z.literal('register'),
    registered: Count,
    /** People of the extract who are in the register and were removed. */
    matched: Count,
    /** People of the extract with a usable event, those who were removed among them. */
    personsBefore: Count,
    /** Latest `as_of` of the register, UTC, where it states one. */
    asOf: z.string().optional(),
  }),
]);
export type ObjectionReport = z.infer<typeof ObjectionReport>;

/** A line that was not kept: its number in its file (1 is the header), which file of several, and why; no content. */
export const RejectedLine = z.strictObject({
  line: z.int().positive(),
  reason: DropReason,
  part: z.string().exactOptional(),
});
export type RejectedLine = z.infer<typeof RejectedLine>;

/** What the vault made of the extract: counts only, never a row, an identifier or a position. */
export const Understanding = z.strictObject({
  name: z.string(),
  rowsRead: Count,
  rowsKept: Count,
  dropped: z.record(DropReason, Count),
  /** Up to 100 rejected lines, file by file. */
  rejects: z.array(RejectedLine),
  persons: Count,
  personsWithAge: Count,
  personsWithGender: Count,
  /** People who consented explicitly. */
  personsWithConsent: Count,
  /** People whose events bear several pseudonyms, as several SIMs have; each counts once. */
  severalPseudonyms: Count,
  cellsKnown: Count,
  cellsUsed: Count,
  /** Number of polygons that came with the extract; 0 means an H3 grid is needed. */
  polygons: Count,
  /** Sensitive places by category; those not named have none. */
  places: z.partialRecord(SensitiveCategory, Count),
  /** The population file by its number of rows and of inhabitants; absent where none was opened. */
  population: z.strictObject({ rows: Count, persons: Count }).optional(),
  /** Whole seconds since 1970, UTC, of the first and last kept event; absent when nothing was kept. */
  firstSecond: z.int().optional(),
  lastSecond: z.int().optional(),
  timeZone: z.string(),
  /** Local days the extract touches, `YYYY-MM-DD`. */
  firstDay: z.string(),
  lastDay: z.string(),
  /** Kept events per UTC hour from the hour of `firstSecond` on. */
  eventsPerHour: z.array(Count),
  objections: ObjectionReport,
});
export type Understanding = z.infer<typeof Understanding>;
