import { z } from 'zod';
import { Product } from '../products/product.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One release of this workstation, for lists and pictures. */
export const LedgerRelease = z.strictObject({
  /** Its place in the ledger, from 0. */
  sequence: z.int().min(0),
  releaseId: z.string(),
  releaseDigest: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string(),
  releaseDate: Day,
  claimedTime: z.string(),
  period: z.strictObject({ from: Day, to: Day }),
  timeZone: z.string(),
  products: z.array(Product).min(1),
  outcome: z.enum(['prepared', 'demo', 'release']),
  policyId: z.string(),
  /** What it spent with differential privacy; `null` on the classical path. */
  charge: z.strictObject({ rho: z.string(), deltaExponent: z.int() }).nullable(),
  /** Why it was withdrawn; it counts as out all the same. */
  withdrawn: z.string().optional(),
});
export type LedgerRelease = z.infer<typeof LedgerRelease>;

/** What this workstation released, oldest first. */
export const LedgerOverview = z.strictObject({ releases: z.array(LedgerRelease) });
export type LedgerOverview = z.infer<typeof LedgerOverview>;
