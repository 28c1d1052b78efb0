import { z } from 'zod';

/** A positive decimal number as text, at most six places, so that canonical JSON carries it exactly. */
const Decimal = z.string().regex(/^(0|[1-9][0-9]{0,5})(\.[0-9]{1,6})?$/);

/** Cell-key noise: never more than `maximumNoise` persons, of this variance, and no figure from 1 to `smallestFigure`. */
export const CellKeyNoise = z.strictObject({
  maximumNoise: z.int().min(1).max(10),
  variance: Decimal,
  smallestFigure: z.int().min(0).max(10),
});
export type CellKeyNoise = Readonly<z.infer<typeof CellKeyNoise>>;

/**
 * What a release promises. Classical: exact counts, a threshold on raw persons, hidden figures that stay hidden, and
 * optional cell-key noise. Differential privacy: `rho` (zero-concentrated, per person and release, over all its tables), stated as
 * (epsilon, 10 to the power of -`deltaExponent`), with the threshold on the noisy count. The two never mix.
 */
export const Guarantee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('classical'), cellKeyNoise: CellKeyNoise.nullable() }),
  z.strictObject({
    kind: z.literal('differentialPrivacy'),
    rho: Decimal,
    deltaExponent: z.int().min(3).max(15),
  }),
]);
export type Guarantee = Readonly<z.infer<typeof Guarantee>>;

/** Whether published figures of persons carry noise. */
export function addsNoise(guarantee: Guarantee): boolean {
  return guarantee.kind === 'differentialPrivacy' || guarantee.cellKeyNoise !== null;
}

/** The literal predicate, as it is printed in the window and in the bundle. */
export function predicateOf({
  minimumPersons,
  guarantee,
}: {
  readonly minimumPersons: number;
  readonly guarantee: Guarantee;
}): string {
  return guarantee.kind === 'classical'
    ? `published only if distinct persons >= ${minimumPersons}, counted before noise, rounding and extrapolation`
    : `published only if the noisy count of distinct persons >= ${minimumPersons}`;
}
