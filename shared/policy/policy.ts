import { z } from 'zod';
import { Product, productNames } from '../products/product.ts';
import { AttackLimits, defaultAttackLimits } from './attack-limits.ts';
import { TimeBin } from '../recipe/recipe.ts';
import { SensitiveCategory } from '../recipe/sensitive-places.ts';

/** Nobody may publish groups of fewer people than this, whatever a policy says. */
export const absoluteMinimumPersons = 5;

/** Parameters that recipients are not told, because who knows them can work out more from what is published. */
const withheldNames = ['concentration'] as const;

/**
 * Rules for figures of how often people do something (`shared/protect/concentration.ts`): p % of the p % rule and k % of the
 * (1,k) rule of dominance. `withheld`, in a bundle: the rules were kept and their parameters are not told.
 */
export const Concentration = z.union([
  z.strictObject({ percent: z.int().min(1).max(100), dominanceOne: z.int().min(1).max(99) }),
  z.literal('withheld'),
]);

/** What a policy may ask of signers: a comment of each, and of the release an impact assessment, a recipient profile and a review day. */
export const SigningRules = z.strictObject({
  comment: z.boolean(),
  dpiaReference: z.boolean(),
  recipientProfile: z.boolean(),
  /** Latest day of review, in days after the release date; `null` asks for none. */
  reviewByDays: z.int().min(1).max(3660).nullable(),
});
export type SigningRules = Readonly<z.infer<typeof SigningRules>>;

/** The organisation's limits: what a recipe may ask for and who must sign. Versioned; stored as canonical JSON. */
export const Policy = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  title: z.string().min(1).max(120),
  /** Floor for `minimumPersons`; an organisation can raise the built-in one, never lower it. */
  minimumPersons: z.int().min(absoluteMinimumPersons).max(1_000_000),
  /** Time bins a recipe may use. */
  timeBins: z.array(TimeBin).min(1),
  /** Finest H3 resolution a recipe may use. */
  maximumH3Resolution: z.int().min(0).max(12),
  /** Lowest first age break (the youngest band starts at 0 and must reach at least here). */
  minimumAgeBreak: z.int().min(0).max(30),
  /** Tables a recipe may release. */
  products: z.array(Product).min(1),
  /** The finest first break of the dwell bands, minutes. */
  minimumDwellBreak: z.int().min(1).max(1440),
  /** Fewest nights that make a home. */
  minimumNights: z.int().min(1).max(366),
  /** Whether machine-like devices must be left out. */
  excludeMachineLike: z.boolean(),
  /** Kinds of place every recipe must mask, and the least radius. */
  sensitiveCategories: z.array(SensitiveCategory),
  /** Kinds of place among them of which the area has none, by the organisation's own statement. */
  absentCategories: z.array(SensitiveCategory),
  sensitiveRadiusMetres: z.int().min(0).max(5000),
  /** The guarantees a recipe may choose, and whether cell-key noise may be added on the classical path. */
  guarantees: z.array(z.enum(['classical', 'differentialPrivacy'])).min(1),
  allowCellKeyNoise: z.boolean(),
  /** Whether a recipe may tell groups without anybody from groups that are too small. */
  allowZeroGroups: z.boolean(),
  /** Highest epsilon of a release, in hundredths, and the largest delta, as the power of ten it may not exceed. */
  maximumEpsilonHundredths: z.int().min(1).max(10_000),
  minimumDeltaExponent: z.int().min(3).max(15),
  /** Narrowest range of numbers a reader may work out for a hidden group: highest minus lowest. */
  narrowestRange: z.int().min(1).max(1000),
  /** A part may not make up its whole, up to this many persons; 0 forbids the whole alone, `null` sets no such rule. */
  wholeGroupSlack: z.int().min(0).max(100).nullable(),
  /** Attacks that must have been tried before anybody signs, and how far they may get. */
  attacks: AttackLimits,
  /** When trips are not published because one or two contributors make most of them. */
  concentration: Concentration,
  /** Parameters named, but not told, in a bundle; regulators ask the organisation for them. */
  withheld: z.array(z.enum(withheldNames)),
  /** Oldest objection register, in hours before signing; `null`, for demonstrations only, does not look. */
  maximumRegisterAgeHours: z.int().min(1).max(8760).nullable(),
  /** Fewest objections per 100,000 people of the extract that a register must match to be believed. */
  minimumObjectionsPer100000: z.int().min(0).max(100_000),
  /** Whether a release may do without an objection register when the reason is recorded. */
  allowNoObjectionRegister: z.boolean(),
  /**
   * Recorded when the operator's systems take objectors out before the extract is made: since which local day, and what proves
   * it. Then a release may do without a register, or with one that matches few people.
   */
  objectionsUpstream: z
    .strictObject({
      date: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
      proof: z.string().trim().min(1).max(500),
    })
    .nullable(),
  /** Approvals by signers other than the preparer's signature that make a prepared bundle a release. */
  approvals: z.int().min(0).max(5),
  /** Whether one person may both prepare and approve. Shown wherever the bundle is shown. */
  solo: z.boolean(),
  /** What must be said before anybody signs. */
  signing: SigningRules,
  /** Highest epsilon, in hundredths, of all releases about one calendar year together; `null` sets no such limit. */
  yearlyEpsilonHundredths: z.int().min(1).max(100_000).nullable(),
  /** Signed with the public demo key; verifies as DEMO and never as a release. */
  demo: z.boolean(),
  /** Whether an extract may be read by native DuckDB, in a process without the page's sandbox; it may where nothing is said. */
  nativeEngine: z.boolean().exactOptional(),
  /** Whether that process may put what does not fit into memory into an encrypted temporary file; it may not where nothing is said. */
  spill: z.boolean().exactOptional(),
});
export type Policy = Readonly<z.infer<typeof Policy>>;

const common = {
  version: 1 as const,
  minimumPersons: absoluteMinimumPersons,
  timeBins: ['quarterHour', 'hour', 'daypart', 'day'],
  maximumH3Resolution: 10,
  minimumAgeBreak: 18,
  products: [...productNames],
  minimumDwellBreak: 5,
  minimumNights: 3,
  excludeMachineLike: false,
  sensitiveCategories: [],
  absentCategories: [],
  sensitiveRadiusMetres: 0,
  guarantees: ['classical', 'differentialPrivacy'],
  allowCellKeyNoise: true,
  allowZeroGroups: false,
  maximumEpsilonHundredths: 400,
  minimumDeltaExponent: 6,
  narrowestRange: 3,
  wholeGroupSlack: null,
  attacks: defaultAttackLimits,
  concentration: { percent: 10, dominanceOne: 85 },
  withheld: ['concentration'],
  maximumRegisterAgeHours: 24,
  minimumObjectionsPer100000: 1,
  objectionsUpstream: null,
  signing: { comment: false, dpiaReference: false, recipientProfile: false, reviewByDays: null },
  yearlyEpsilonHundredths: null,
} satisfies Partial<Policy>;

/** The policies every copy carries. `default`: two approvals; `solo`: one, by anybody; `demo`: none, marked DEMO. */
export const builtInPolicies: Readonly<Record<'default' | 'solo' | 'demo', Policy>> = {
  default: {
    ...common,
    id: 'default',
    title: 'Default',
    allowNoObjectionRegister: false,
    approvals: 2,
    solo: false,
    demo: false,
  },
  solo: {
    ...common,
    id: 'solo',
    title: 'Solo',
    allowNoObjectionRegister: true,
    approvals: 1,
    solo: true,
    demo: false,
  },
  demo: {
    ...common,
    id: 'demo',
    title: 'Demo',
    allowZeroGroups: true,
    maximumRegisterAgeHours: null,
    allowNoObjectionRegister: true,
    approvals: 0,
    solo: true,
    demo: true,
  },
};
