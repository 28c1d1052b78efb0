import { z } from 'zod';

/** Lengths of a time bin, in local time of the recipe's zone. A daypart is night, morning, day or evening. */
export const TimeBin = z.enum(['quarterHour', 'hour', 'daypart', 'day']);
export type TimeBin = z.infer<typeof TimeBin>;

/** An IANA time zone name such as `Europe/Berlin`; whether it exists is checked where it is used. */
const TimeZone = z.string().regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/);
const LocalDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Where zones come from: the polygons of a file, or the H3 grid at a resolution (0 coarse to 12 fine). */
export const ZoneSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('polygons') }),
  z.strictObject({ kind: z.literal('h3'), resolution: z.int().min(0).max(12) }),
]);
export type ZoneSource = z.infer<typeof ZoneSource>;

/** Lower bounds of the age bands, ascending, each once: `[18, 30]` means 0-17, 18-29, 30+. Empty: no breakdown by age. */
const AgeBreaks = z
  .array(z.int().min(1).max(120))
  .max(20)
  .refine((breaks) => breaks.every((at, i) => i === 0 || at > (breaks[i - 1] ?? 0)), {
    error: 'age breaks must rise, and none may stand twice',
  });

/** What the release is for. All three are mandatory before anything is signed. */
export const Terms = z.strictObject({
  purpose: z.string().max(500),
  legalBasis: z.string().max(500),
  recipient: z.string().max(200),
});
export type Terms = z.infer<typeof Terms>;

/** All parameters of the three stages for one release. Versioned; stored as canonical JSON. */
export const Recipe = z.strictObject({
  version: z.literal(1),
  title: z.string().min(1).max(120),
  terms: Terms,
  /** The day the release bears, `YYYY-MM-DD`, local; empty until it is set. */
  releaseDate: z.union([LocalDate, z.literal('')]),
  timeZone: TimeZone,
  /** First and last local day counted, both included; `null` counts the whole extract. */
  period: z
    .strictObject({ from: LocalDate, to: LocalDate })
    .refine((p) => p.from <= p.to, { error: 'the period ends before it starts' })
    .nullable(),
  zones: ZoneSource,
  timeBin: TimeBin,
  ageBreaks: AgeBreaks,
  byGender: z.boolean(),
  /** People without a stated age or gender: a category of their own, or dropped from the whole release. */
  missingCategory: z.enum(['own', 'drop']),
  /** Events only: a person is present where and when an event says so. */
  presence: z.literal('events'),
  minimumPersons: z.int().min(1).max(1_000_000),
  roundingBase: z.int().min(1).max(1_000_000),
  /** Whether groups that are not published are left out of the table or listed without a figure. */
  suppressedGroups: z.enum(['omit', 'list']),
  /** Whether a group without anybody may be told apart from a suppressed one. */
  zeroGroups: z.enum(['hidden', 'shown']),
});
export type Recipe = Readonly<z.infer<typeof Recipe>>;

/** The literal predicate, as it is printed in the window and in the bundle. */
export function predicateText(minimumPersons: number): string {
  return `published only if distinct persons >= ${minimumPersons}, counted before noise, rounding and extrapolation`;
}
