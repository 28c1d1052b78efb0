import { z } from 'zod';
import { BundleAttackAnswer, BundleAttackProgress } from '../../../shared/ipc/bundle-calls.ts';
import { ReleasedTables } from '../../../shared/ipc/candidate.ts';
import { CallFailure } from '../../../shared/ipc/vault-contract.ts';
import { Policy } from '../../../shared/policy/policy.ts';
import { Recipe } from '../../../shared/recipe/recipe.ts';

const Released = z.strictObject({ recipe: Recipe, ...ReleasedTables.shape });

/** To the process that attacks a bundle: the bundle, and the bytes of its solver. It reads no file of its own. */
export const ToBench = z.strictObject({
  solver: z.instanceof(Uint8Array),
  subject: z.strictObject({
    released: Released,
    policy: Policy,
    evidence: z.unknown(),
    earlier: z.array(z.strictObject({ id: z.string(), released: Released })),
  }),
});
export type ToBench = z.infer<typeof ToBench>;

/** From it: how far it is, any number of times, and then how it went. */
export const FromBench = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), progress: BundleAttackProgress }),
  z.strictObject({ kind: z.literal('done'), answer: BundleAttackAnswer }),
  z.strictObject({ kind: z.literal('failed'), failure: CallFailure }),
]);
export type FromBench = z.infer<typeof FromBench>;
