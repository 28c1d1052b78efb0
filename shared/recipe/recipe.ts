import { z } from 'zod';
import { Product, productNames } from '../products/product.ts';
import { Guarantee } from './guarantee.ts';
import { rising } from './rising.ts';
import { SensitivePlaces } from './sensitive-places.ts';

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

/** Who a release is meant for: a buyer, a research partner, anybody; empty until it is said. */
export const RecipientProfile = z.enum(['', 'buyer', 'research', 'public']);
export type RecipientProfile = z.infer<typeof RecipientProfile>;

/**
 * What the release is for. Purpose, legal basis and recipient are mandatory before anything is signed; a policy may ask for the others:
 * the reference of the data protection impact assessment, and the day by which the release is to be looked at again.
 */
export const Terms = z.strictObject({
  purpose: z.string().max(500),
  legalBasis: z.string().max(500),
  recipient: z.string().max(200),
  recipientProfile: RecipientProfile,
  dpiaReference: z.string().max(200),
  reviewBy: z.union([LocalDate, z.literal('')]),
});
export type Terms = z.infer<typeof Terms>;

/** Steps to coarser zones that are published as well: for H3 that many resolutions up, for polygons 1 is the parent. */
const Levels = rising('levels', 1, 5, 3);

/** All parameters of the three stages for one release. Versioned; stored as canonical JSON. */
export const Recipe = z.strictObject({
  version: z.literal(1),
  title: z.string().min(1).max(120),
  terms: Terms,
  /** Statistics count everyone without an objection; offers, which target persons, only people who consented. */
  aim: z.enum(['statistics', 'offers']),
  /** The day the release bears, `YYYY-MM-DD`, local; empty until it is set. */
  releaseDate: z.union([LocalDate, z.literal('')]),
  timeZone: TimeZone,
  /** First and last local day counted, both included; `null` counts the whole extract. */
  period: z
    .strictObject({ from: LocalDate, to: LocalDate })
    .refine((p) => p.from <= p.to, { error: 'the period ends before it starts' })
    .nullable(),
  /** Devices that stand still and never sleep: counted like people, or left out of every table. */
  machineLike: z.enum(['count', 'exclude']),
  /** Most groups one person may be counted in on one local day, per product; `null` sets no bound. */
  maximumGroupsPerPersonDay: z.int().min(1).max(10_000).nullable(),
  zones: ZoneSource,
  levels: Levels,
  sensitivePlaces: SensitivePlaces,
  products: z
    .array(Product)
    .min(1)
    .refine((list) => list.every((one, i) => i === 0 || order(one) > order(list[i - 1])), {
      error: 'products stand in the order footfall, dwell, frequency, flows, catchment, each once',
    }),
  /** Whether the sums over ages, genders, bands and homes are published as groups of their own. */
  totals: z.boolean(),
  /** Where and when events say so, or also between them while a stay lasts. Dwell and flows always rest on stays. */
  presence: z.enum(['events', 'stays']),
  /** Longest gap between two events in one zone that a stay bridges, by day and by night (23:00 to 09:00). */
  maximumGapMinutes: z.int().min(15).max(720),
  maximumNightGapMinutes: z.int().min(15).max(720),
  timeBin: TimeBin,
  /** Lower bounds of the dwell bands after the first, minutes: `[5, 15]` means under 5, 5 to under 15, 15 and more. */
  dwellBreaks: rising('dwell breaks', 1, 1440),
  /** Lower bounds of the bands of days visited after the first: `[2, 4, 8]` means 1, 2-3, 4-7, 8 and more. */
  frequencyBreaks: rising('frequency breaks', 2, 366),
  /** Longest time between two stays that still makes a flow. */
  maximumTripMinutes: z.int().min(1).max(1440),
  /** Whether flows also tell the number of trips, where persons are published and nobody makes most of them. */
  trips: z.boolean(),
  /** Nights (22:00 to 06:00) on which a person must be seen in the home zone itself for a home to be known. */
  minimumNights: z.int().min(1).max(366),
  /** Lower bounds of the age bands: `[18, 30]` means 0-17, 18-29, 30+. Empty: no breakdown by age. */
  ageBreaks: rising('age breaks', 1, 120),
  byGender: z.boolean(),
  /** People without a stated age or gender: a category of their own, or dropped from the whole release. */
  missingCategory: z.enum(['own', 'drop']),
  guarantee: Guarantee,
  minimumPersons: z.int().min(1).max(1_000_000),
  roundingBase: z.int().min(1).max(1_000_000),
  /** Whether groups that are not published are left out of the table or listed without a figure. */
  suppressedGroups: z.enum(['omit', 'list']),
  /** Whether a group without anybody may be told apart from a suppressed one. */
  zeroGroups: z.enum(['hidden', 'shown']),
  /** Whether published figures are also told for the whole population, by weights from public totals. */
  extrapolate: z.boolean(),
});
export type Recipe = Readonly<z.infer<typeof Recipe>>;

function order(product: Product | undefined): number {
  return product === undefined ? -1 : productNames.indexOf(product);
}
