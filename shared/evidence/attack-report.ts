import { z } from 'zod';
import { AttackName } from '../policy/attack-limits.ts';
import { EarlierName } from './earlier-name.ts';

/**
 * How one attack went. `notTested` counts as failed and `reason` says why. `figures` are rates, intervals and counts, never a
 * list of groups or persons; `parameters` say what was tried and how often. Both fill the sentences of the language files.
 */
export const AttackReport = z.strictObject({
  attack: AttackName,
  /** Version of the method; a change of what it computes raises it. */
  version: z.int().min(1),
  outcome: z.enum(['pass', 'fail', 'notTested']),
  reason: z.string().optional(),
  /** The number the gate looks at, and what the policy allows. */
  measured: z.number().optional(),
  limit: z.number().optional(),
  /** What the random numbers derive from; empty where the attack draws none. */
  seed: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  figures: z.record(z.string(), z.number()),
  /** Earlier releases that figures were subtracted from; absent where nobody had any to hand over, as for a demonstration. */
  earlier: z.array(EarlierName).optional(),
  /** What was measured over the persons or groups tried, as counts in classes of equal width. */
  distribution: z
    .strictObject({ from: z.number(), width: z.number().positive(), counts: z.array(z.int().nonnegative()) })
    .optional(),
});
export type AttackReport = Readonly<z.infer<typeof AttackReport>>;
