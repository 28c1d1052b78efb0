import { z } from 'zod';
import { AttackName } from '../policy/attack-limits.ts';
import { Product } from '../products/product.ts';

const Count = z.int().nonnegative();
const Name = z.strictObject({
  releaseId: z.string(),
  organisation: z.string(),
  title: z.string(),
  releaseDate: z.string(),
});
const Period = z.strictObject({ from: z.string(), to: z.string() });
/** An entry that differs, by its key; one side is absent where it has no such entry. */
const Changed = z.strictObject({ key: z.string(), from: z.unknown().optional(), to: z.unknown().optional() });
const Ended = z.enum(['pass', 'fail', 'notTested']);
const Figure = z.strictObject({ zoneId: z.string(), release: z.string().optional(), persons: z.int() });

/** One thing a reader of both can work out: its code, where it was found, and the two published figures it rests on. */
const Found = z.strictObject({
  code: z.string(),
  kind: z.string(),
  product: Product.optional(),
  larger: Figure.optional(),
  smaller: Figure.optional(),
});

/** Two bundles compared, as the window shows it: what differs, and what readers of both can subtract. Nothing is said of hidden values. */
export const BundleComparison = z.strictObject({
  earlier: Name,
  later: Name,
  isSameSeries: z.boolean(),
  period: z.strictObject({
    earlier: Period,
    later: Period,
    relation: z.enum(['same', 'overlapping', 'apart']),
  }),
  recipe: z.array(Changed),
  policy: z.array(Changed),
  software: z.array(Changed),
  zones: z.strictObject({
    earlier: Count,
    later: Count,
    added: Count,
    removed: Count,
    reshaped: Count,
    renamed: Count,
  }),
  tables: z.array(
    z.strictObject({
      product: Product,
      standsIn: z.enum(['both', 'earlier', 'later']),
      earlier: Count,
      later: Count,
      same: Count,
      raised: Count,
      lowered: Count,
      newlyShown: Count,
      newlyHidden: Count,
    }),
  ),
  gates: z.array(z.strictObject({ id: z.string(), earlier: Ended.optional(), later: Ended.optional() })),
  attacks: z.array(
    z.strictObject({ attack: AttackName, earlier: Ended.optional(), later: Ended.optional() }),
  ),
  subtraction: z.strictObject({
    verdict: z.enum(['nothing', 'something', 'open']),
    periodsOverlap: z.boolean(),
    byKind: z.record(z.string(), Count),
    byCode: z.record(z.string(), Count),
    findings: z.array(Found),
    pairs: Count,
    sums: Count,
    sumsNotTried: Count,
    gaveUp: Count,
    epsilonTogether: z.string().optional(),
  }),
});
export type BundleComparison = z.infer<typeof BundleComparison>;
