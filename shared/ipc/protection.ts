import { z } from 'zod';
import { Policy } from '../policy/policy.ts';
import { Product } from '../products/product.ts';
import { Recipe } from '../recipe/recipe.ts';
import { GroupLabels } from './group-labels.ts';

const Count = z.int().nonnegative();
const Share = z.number().min(0).max(1);

/**
 * How good a table still is. Persons count once per group. Errors are relative to the raw number, of published groups and of
 * the hundred largest ones (where a hidden one counts as wholly wrong).
 */
export const Utility = z.strictObject({
  personsKept: Count,
  persons: Count,
  zonesCovered: Count,
  zones: Count,
  binsCovered: Count,
  bins: Count,
  medianError: z.number().nonnegative(),
  busiestMedianError: z.number().nonnegative(),
  /** Share of groups that are hidden, by quarters of zones from the emptiest to the fullest. */
  hiddenByDensity: z.array(Share),
});
export type Utility = z.infer<typeof Utility>;

/** Published parts that make up their published whole: how many, and the first by its labels. */
export const WholeGroups = z.strictObject({
  found: Count,
  group: z.string().optional(),
  category: z.string().optional(),
});
export type WholeGroups = z.infer<typeof WholeGroups>;

/** What protection made of one table: its groups by fate. */
export const TableProtection = z.strictObject({
  product: Product,
  groups: Count,
  published: Count,
  primary: Count,
  secondary: Count,
  /** Where the policy forbids facts about whole groups. */
  wholeGroups: WholeGroups.optional(),
  utility: Utility,
});
export type TableProtection = z.infer<typeof TableProtection>;

/** Hidden groups of all tables by what a reader can work out about them, and how many blocks had to be hidden whole. */
export const AuditFigures = z.strictObject({
  exact: Count,
  narrow: Count,
  safe: Count,
  notTested: Count,
  wholeBlocks: Count,
});
export type AuditFigures = z.infer<typeof AuditFigures>;

/** How far weights of an extrapolation can be trusted: Kish's effective sample size, people whose weight was capped, and weights. */
export const ExtrapolationFigures = z.strictObject({
  effectiveSampleSize: Count,
  trimmedPercent: z.int().min(0).max(100),
  /** Of homes and classes with at least the smallest number of customers. */
  lowestWeight: z.number().nonnegative().optional(),
  highestWeight: z.number().nonnegative().optional(),
});
export type ExtrapolationFigures = z.infer<typeof ExtrapolationFigures>;

/** Protection of all tables of a recipe; `identities` names what ties their numbers together, with how often. */
export const ProtectionReport = z.strictObject({
  tables: z.array(TableProtection),
  audit: AuditFigures,
  identities: z.array(z.strictObject({ name: z.string(), count: Count })),
  /** Where the recipe extrapolates. */
  extrapolation: ExtrapolationFigures.optional(),
  workMilliseconds: z.number().nonnegative(),
});
export type ProtectionReport = z.infer<typeof ProtectionReport>;

/** A zone at a time, of one product; `bin` is ignored where the product knows no time. */
export const RangesRequest = z.strictObject({
  recipe: Recipe,
  policy: Policy,
  product: Product,
  zone: Count,
  bin: Count,
});
export type RangesRequest = z.infer<typeof RangesRequest>;

/** The range a reader can work out for one hidden group; `high` is absent where nothing bounds it. */
export const GroupRange = GroupLabels.extend({ low: Count, high: Count.optional() });
export type GroupRange = z.infer<typeof GroupRange>;
