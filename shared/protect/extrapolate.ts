import { isPublished } from './is-published.ts';
import { roundToBase } from './round.ts';

/** A figure on its way to the population: what the threshold acts on, what the protected table says, and the weight. */
export interface ExtrapolatedGroup {
  /** Raw contributors of the group, before noise, rounding and extrapolation. */
  readonly contributors: number;
  /** The figure after noise and rounding. */
  readonly figure: number;
  /** How many inhabitants one customer stands for. */
  readonly factor: number;
}

/**
 * The figure for the population, the last step of stage 3; undefined where the group is not published. The threshold looks at
 * raw contributors, never at the product: one person with factor 5.13 stays one person. The product is rounded again,
 * because a bare multiple of the factor would give away the figure it came from.
 */
export function extrapolated(
  { contributors, figure, factor }: ExtrapolatedGroup,
  minimumPersons: number,
  roundingBase: number,
): number | undefined {
  return isPublished(contributors, minimumPersons) ? roundToBase(figure * factor, roundingBase) : undefined;
}
