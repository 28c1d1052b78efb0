import { z } from 'zod';
import { BundleAttackAnswer, BundleAttackProgress } from '../../../shared/ipc/bundle-calls.ts';
import { BundleComparison } from '../../../shared/ipc/bundle-comparison.ts';
import { ReleasedTables } from '../../../shared/ipc/candidate.ts';
import { CallFailure } from '../../../shared/ipc/call-failure.ts';
import { Policy } from '../../../shared/policy/policy.ts';
import { Recipe } from '../../../shared/recipe/recipe.ts';
import type { BundleToCompare } from '../../../shared/workflow/compare-bundles/changed-bundle.ts';

const Released = z.strictObject({ recipe: Recipe, ...ReleasedTables.shape });

/** A bundle as the verifier of this application opened it. */
const Compared = z.custom<BundleToCompare>((value) => typeof value === 'object' && value !== null);
const solver = z.instanceof(Uint8Array);

/** To the process that attacks or compares bundles: what it works on, and the bytes of its solver. It reads no file of its own. */
export const ToBench = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('compare'), solver, earlier: Compared, later: Compared }),
  z.strictObject({
    kind: z.literal('attack'),
    solver,
    subject: z.strictObject({
      released: Released,
      policy: Policy,
      evidence: z.unknown(),
      earlier: z.array(z.strictObject({ id: z.string(), released: Released })),
    }),
  }),
]);
export type ToBench = z.infer<typeof ToBench>;

/** From it: how far it is, any number of times, and then how it went. */
export const FromBench = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), progress: BundleAttackProgress }),
  z.strictObject({ kind: z.literal('done'), answer: BundleAttackAnswer }),
  z.strictObject({ kind: z.literal('compared'), answer: BundleComparison }),
  z.strictObject({ kind: z.literal('failed'), failure: CallFailure }),
]);
export type FromBench = z.infer<typeof FromBench>;
