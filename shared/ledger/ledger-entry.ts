import { z } from 'zod';
import { Product } from '../products/product.ts';
import { Guarantee } from '../recipe/guarantee.ts';
import { Recipe, TimeBin } from '../recipe/recipe.ts';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The parameters of a recipe that later releases are compared by; the whole recipe is in the kept bundle. */
export const RecipeEssentials = z.strictObject({
  aim: Recipe.shape.aim,
  machineLike: Recipe.shape.machineLike,
  presence: Recipe.shape.presence,
  zones: Recipe.shape.zones,
  levels: Recipe.shape.levels,
  timeBin: TimeBin,
  ageBreaks: Recipe.shape.ageBreaks,
  byGender: z.boolean(),
  dwellBreaks: Recipe.shape.dwellBreaks,
  frequencyBreaks: Recipe.shape.frequencyBreaks,
  totals: z.boolean(),
  guarantee: Guarantee,
  minimumPersons: z.int(),
  roundingBase: z.int(),
});
export type RecipeEssentials = Readonly<z.infer<typeof RecipeEssentials>>;

/** An earlier release of an overlapping period, and why it did not stand in the way. */
export const Predecessor = z.strictObject({
  releaseDigest: Digest,
  /** `compared`: pairs of figures were differenced; `charged`: the budgets add up. */
  rule: z.enum(['compared', 'charged']),
});
export type Predecessor = Readonly<z.infer<typeof Predecessor>>;

const place = {
  version: z.literal(1),
  sequence: z.int().min(0),
  previous: Digest,
  releaseId: z.string().regex(/^freigabe-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
  releaseDigest: Digest,
};

/**
 * What the ledger keeps of one release, all of it from the signed bundle. Digests are SHA-256 in hexadecimal; `previous` is the
 * digest of the entry before, 64 zeros for the first; `bundle` that of the kept file. `zones` is the digest of `zones.csv`,
 * `shapes` that of `zones.geojson`; `suppression` that of the table without its figures.
 */
export const ReleaseEntry = z.strictObject({
  kind: z.literal('release'),
  ...place,
  bundle: Digest,
  title: z.string(),
  outcome: z.enum(['prepared', 'demo', 'release']),
  policyId: z.string(),
  releaseDate: Day,
  claimedTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  period: z.strictObject({ from: Day, to: Day }),
  timeZone: z.string(),
  products: z.array(Product).min(1),
  zones: Digest,
  shapes: Digest,
  recipe: RecipeEssentials,
  tables: z.array(z.strictObject({ product: Product, table: Digest, suppression: Digest })).min(1),
  /** What differential privacy spent, `null` on the classical path. */
  charge: z.strictObject({ rho: z.string(), deltaExponent: z.int() }).nullable(),
  predecessors: z.array(Predecessor),
});
export type ReleaseEntry = Readonly<z.infer<typeof ReleaseEntry>>;

/** Why a release was withdrawn. */
export const withdrawalReasons = [
  'wrong-figures',
  'objection',
  'legal-basis',
  'risk-found',
  'key-lost',
  'replaced',
  'other',
] as const;

/** That a release no longer holds: which, the SHA-256 of the signed statement that says so, and why in one code. */
export const WithdrawalEntry = z.strictObject({
  kind: z.literal('withdrawal'),
  ...place,
  statement: Digest,
  reason: z.enum(withdrawalReasons),
});
export type WithdrawalEntry = Readonly<z.infer<typeof WithdrawalEntry>>;

/** One line of the ledger. Drafts that were rejected are in none: they stand in the audit log alone. */
export const LedgerEntry = z.discriminatedUnion('kind', [ReleaseEntry, WithdrawalEntry]);
export type LedgerEntry = ReleaseEntry | WithdrawalEntry;

/** An entry before it has its place in the chain. */
export type ReleaseToRecord = Omit<ReleaseEntry, 'sequence' | 'previous'>;
export type WithdrawalToRecord = Omit<WithdrawalEntry, 'sequence' | 'previous'>;

/** The releases among entries, withdrawn ones too: what went out once counts as out. */
export function releasesOf(entries: readonly LedgerEntry[]): readonly ReleaseEntry[] {
  return entries.filter((entry) => entry.kind === 'release');
}

/** The withdrawal of a release, where there is one. */
export function withdrawalOf(
  entries: readonly LedgerEntry[],
  releaseDigest: string,
): WithdrawalEntry | undefined {
  return entries.find(
    (entry): entry is WithdrawalEntry => entry.kind === 'withdrawal' && entry.releaseDigest === releaseDigest,
  );
}

/** The essentials of a recipe. */
export function essentialsOf(recipe: Recipe): RecipeEssentials {
  return RecipeEssentials.parse(
    Object.fromEntries(
      Object.keys(RecipeEssentials.shape).map((name) => [name, recipe[name as keyof Recipe]]),
    ),
  );
}
