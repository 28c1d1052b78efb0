import { Refusal } from '../../base/failure.ts';
import type { Product } from '../../products/product.ts';

/** Most groups of one product that one person is counted in: within a time bin, a local day, and the release period. */
export interface ContributionLimits {
  readonly perBin?: number;
  readonly perDay?: number;
  readonly perPeriod?: number;
}

/**
 * How many different days and time bins the groups of a product can carry, known from the recipe alone. A daypart belongs
 * to the day on which it begins, a night that the period cuts to the first day of the period.
 */
export interface Extent {
  readonly days: number;
  readonly bins: number;
}

/**
 * The most a table changes when all records of one person are added or removed: `groups` counts, each by at most 1. Its L1
 * norm is `groups`, its L2 norm the root of `groups`.
 */
export interface Sensitivity {
  readonly groups: number;
  readonly perGroup: 1;
}

/** Products whose groups have no time: only a limit per period bounds them. */
const timeless: ReadonlySet<Product> = new Set(['frequency', 'catchment']);

/**
 * What the limits promise for a product. Footfall: groups are zones of a bin (`perBin` 1 keeps the main zone). Dwell: zones of
 * a dated daypart, one band each. Frequency: zones, one band each. Flows: pairs of zones in a dated daypart, persons and
 * not trips. Catchment: visited zones, one home. Age and gender add nothing: a person has one of each. Throws the
 * refusal `contribution-unbounded` where no limit applies.
 */
export function sensitivityOf(product: Product, limits: ContributionLimits, extent: Extent): Sensitivity {
  const { perBin = Infinity, perDay = Infinity, perPeriod = Infinity } = limits;
  const timed = timeless.has(product) ? Infinity : Math.min(perBin * extent.bins, perDay * extent.days);
  const groups = Math.min(timed, perPeriod);
  if (Number.isSafeInteger(groups) && groups >= 1) return { groups, perGroup: 1 };
  throw new Refusal(
    'contribution-unbounded',
    `Nothing bounds how many groups of ${product} one person is counted in: set the most groups per person${
      timeless.has(product) ? ' and period' : ''
    } before asking for differential privacy.`,
    { product },
  );
}
