import { z } from 'zod';
import type { Recipe } from '../recipe/recipe.ts';
import { epsilonText } from './epsilon-text.ts';

/**
 * What a release promises, as `release.json` tells it: on the classical path whether cell-key noise was added, otherwise the
 * budget `rho` of the recipe and what it means, (`epsilon`, 10 to the power of -`deltaExponent`) per person and release.
 */
export const ReleaseGuarantee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('classical'), cellKeyNoise: z.boolean() }),
  z.strictObject({
    kind: z.literal('differentialPrivacy'),
    rho: z.string(),
    /** Decimal text of four places, rounded up. */
    epsilon: z.string(),
    deltaExponent: z.int(),
  }),
]);
export type ReleaseGuarantee = z.infer<typeof ReleaseGuarantee>;

/** The guarantee of a recipe in that form. */
export function releaseGuarantee({ guarantee, products }: Recipe): ReleaseGuarantee {
  if (guarantee.kind === 'classical')
    return { kind: 'classical', cellKeyNoise: guarantee.cellKeyNoise !== null };
  const { rho, deltaExponent } = guarantee;
  return { kind: 'differentialPrivacy', rho, epsilon: epsilonText(guarantee, products), deltaExponent };
}
