import { z } from 'zod';
import { ByteColumn, Int32Column } from './columns.ts';
import { GroupLabels } from './group-labels.ts';
import { Policy } from '../policy/policy.ts';
import { Product } from '../products/product.ts';
import { Recipe } from '../recipe/recipe.ts';

const Count = z.int().nonnegative();

/** What the desk wants to see of a recipe. `bin` is an index into the time bins, or the total over all of them. */
export const ViewRequest = z.strictObject({
  recipe: Recipe,
  policy: Policy,
  product: Product,
  bin: z.union([z.int().nonnegative(), z.literal('total')]),
  /** One band of dwell or of days visited, by index; absent: all of them together. */
  band: Count.optional(),
  /** Zone whose flows or whose visitors' homes the map is to show. */
  from: Count.optional(),
  /** Histogram bars brushed, by index, both included: their zones are wanted. */
  brush: z.strictObject({ from: Count, to: Count }).optional(),
  /** Index of the zone whose profile is wanted. */
  zone: Count.optional(),
});
export type ViewRequest = z.infer<typeof ViewRequest>;

/** Groups by what the threshold acts on, distinct persons as a rule, counted before any noise; bar `i` holds groups of `lows[i]` to `lows[i + 1] - 1` persons, the last is open. */
export const RiskHistogram = z.strictObject({
  lows: z.array(z.int().positive()),
  publishedGroups: z.array(Count),
  suppressedGroups: z.array(Count),
  /** Groups large enough that are hidden all the same, to protect others. */
  secondaryGroups: z.array(Count),
  /** Sum of distinct persons over the groups of a bar. */
  publishedPersons: z.array(Count),
  suppressedPersons: z.array(Count),
  secondaryPersons: z.array(Count),
});
export type RiskHistogram = z.infer<typeof RiskHistogram>;

/** `groups` have at least one person; a person counts once per group and so may count in many bins. */
export const ViewSummary = z.strictObject({
  groups: Count,
  published: Count,
  suppressed: Count,
  secondary: Count,
  /** Sum of persons over published groups, and over all groups, both raw: their quotient is what is kept. */
  personBinsPublished: Count,
  personBins: Count,
  /** Persons in the smallest published group, before any noise; absent when nothing is published. */
  smallestPublished: z.int().positive().optional(),
  /** Median and largest relative error that rounding makes in published groups, as fractions. */
  medianRoundingError: z.number().nonnegative(),
  persons: Count,
  objectorsRemoved: Count,
  presences: Count,
  eventsCounted: Count,
});
export type ViewSummary = z.infer<typeof ViewSummary>;

/** What each stage took away, in whole numbers; `groups` and what follows are of the product shown. */
export const StageTally = z.strictObject({
  rowsRead: Count,
  rowsUnusable: Count,
  objectors: Count,
  withoutConsent: Count,
  machineLike: Count,
  eventsOutsidePeriod: Count,
  maskedCells: Count,
  eventsMasked: Count,
  eventsOutsideZones: Count,
  personsWithoutCategory: Count,
  /** Share of the time of all stays that is padded or filled in; absent where the recipe counts none. */
  imputedShare: z.number().min(0).max(1).optional(),
  groups: Count,
  primary: Count,
  secondary: Count,
  /** Groups that noise alone publishes, with nobody in them and none of `groups`; only beside noise of a budget. */
  publishedEmpty: Count.optional(),
});
export type StageTally = z.infer<typeof StageTally>;

/** What is known of a zone at a time. Only `published` carries a figure. */
export const zoneStates = ['empty', 'suppressed', 'published', 'outOfScope'] as const;
export type ZoneState = (typeof zoneStates)[number];

/**
 * One value per zone: `states` holds indices into `zoneStates`, `values` the sum of the released figures of the zone's
 * groups at the bin (for the total: over all bins, in person-bins), 0 where there is none.
 */
export const ZoneValues = z.strictObject({ states: ByteColumn, values: Int32Column });
export type ZoneValues = z.infer<typeof ZoneValues>;

/** Bins in order: start as seconds since 1970 UTC and length in seconds; `values` is the sum of released figures. */
export const TimeStrip = z.strictObject({ starts: Int32Column, seconds: Int32Column, values: Int32Column });
export type TimeStrip = z.infer<typeof TimeStrip>;

/** One group of a zone with its released figure. */
const ZoneGroup = GroupLabels.extend({ persons: Count.optional() });

/**
 * Released series of one zone over the bins (empty where the product knows no time), its groups at the shown bin (released
 * figures only, at most 200), and how many are hidden over all.
 */
export const ZoneProfile = z.strictObject({
  zone: Count,
  states: ByteColumn,
  values: Int32Column,
  publishedGroups: Count,
  suppressedGroups: Count,
  groups: z.array(ZoneGroup),
});
export type ZoneProfile = z.infer<typeof ZoneProfile>;

/** The largest published flows between two zones at the shown bin, largest first. */
export const Arcs = z.strictObject({ from: Int32Column, to: Int32Column, value: Int32Column });
export type Arcs = z.infer<typeof Arcs>;

export const View = z.strictObject({
  histogram: RiskHistogram,
  summary: ViewSummary,
  zones: ZoneValues,
  /** Empty where the product knows no time. */
  strip: TimeStrip,
  /** One picture per band, for dwell and frequency. */
  bands: z.array(ZoneValues).optional(),
  arcs: Arcs.optional(),
  tally: StageTally,
  /** Whether hidden groups that protect others are already hidden in this view. */
  protection: z.enum(['primary', 'whole']),
  /** Indices of zones that hold a brushed group at any time of the period. */
  brushedZones: Int32Column.optional(),
  zoneProfile: ZoneProfile.optional(),
  /** Rules of the policy the recipe breaks; the view is computed all the same, never released. */
  violations: z.array(z.strictObject({ rule: z.string(), asked: z.string(), allowed: z.string() })),
  /** Milliseconds the vault worked on this view. */
  workMilliseconds: z.number().nonnegative(),
});
export type View = z.infer<typeof View>;

/** Zones of the recipe for the map; the index in the array is the zone index of every view. */
export const ZoneShape = z.strictObject({
  zoneId: z.string(),
  name: z.string(),
  /** 0 for the finest zones, then the coarser levels of the recipe in their order. */
  level: z.int().nonnegative(),
  /** Id of the next coarser zone it lies in, where there is one. */
  parent: z.string().optional(),
  /** Rings of each polygon, [longitude, latitude] in degrees WGS 84. */
  polygons: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
});
export type ZoneShape = z.infer<typeof ZoneShape>;
