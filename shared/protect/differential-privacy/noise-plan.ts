import type { Product } from '../../products/product.ts';
import { approximate, shareOf, varianceFor } from './budget.ts';
import {
  sensitivityOf,
  type ContributionLimits,
  type Extent,
  type Sensitivity,
} from './contribution-limits.ts';
import { keyThreshold } from './key-threshold.ts';
import { gaussianTail } from './noise-tails.ts';
import type { Rational } from './rational.ts';
import { epsilonOf } from './zcdp.ts';

/** A table of the release, as far as its noise depends on it. Nothing here may be read off the data. */
export interface PlannedTable {
  readonly product: Product;
  readonly limits: ContributionLimits;
  readonly extent: Extent;
  /** Groups of a block that are no totals: bands x ages x genders (from 1). */
  readonly groupsPerKey: number;
}

/** Noise of one table. `variance` is the parameter sigma^2 of the discrete Gaussian. */
export type TableNoise = EveryGroupNoise | PresentKeysNoise;

/** Every group of the cube gets noise, empty ones too; totals are sums. */
export interface EveryGroupNoise {
  readonly kind: 'everyGroup';
  readonly rho: Rational;
  readonly sensitivity: Sensitivity;
  readonly variance: Rational;
}

/**
 * Only keys with somebody in them are touched. The count of a key gets noise and is released from `keyThreshold` on; a key
 * that is broken down spends half its budget on that and half on the groups inside.
 */
export interface PresentKeysNoise {
  readonly kind: 'presentKeys';
  readonly rho: Rational;
  readonly sensitivity: Sensitivity;
  readonly keyVariance: Rational;
  readonly keyThreshold: number;
  readonly keyDelta: number;
  /** undefined where a key is a single group. */
  readonly groupVariance: Rational | undefined;
}

/** The noise of all tables and what they promise together: one person, the whole release period, (epsilon, delta). */
export interface NoisePlan {
  readonly rho: Rational;
  readonly epsilon: number;
  readonly delta: number;
  readonly tables: ReadonlyMap<Product, TableNoise>;
}

/** Products whose possible keys are too many to give noise to all: pairs of zones. */
export const presentKeyProducts: ReadonlySet<Product> = new Set(['flows', 'catchment']);

/**
 * Spends `rho` in equal parts on the tables. Where pairs of zones are released, half of `delta` pays for keys that appear
 * because of one person, in equal parts, and half for turning rho into epsilon. Throws the refusal
 * `contribution-unbounded`.
 */
export function planNoise(tables: readonly PlannedTable[], rho: Rational, delta: number): NoisePlan {
  const sparse = tables.filter(({ product }) => presentKeyProducts.has(product)).length;
  const share = shareOf(rho, tables.length);
  const deltaOfKeys = sparse === 0 ? 0 : delta / 2 / sparse;
  const planned = tables.map((table) => [table.product, noiseOf(table, share, deltaOfKeys)] as const);
  const epsilon = epsilonOf(approximate(rho), sparse === 0 ? delta : delta / 2);
  return { rho, epsilon, delta, tables: new Map(planned) };
}

function noiseOf(table: PlannedTable, rho: Rational, delta: number): TableNoise {
  const sensitivity = sensitivityOf(table.product, table.limits, table.extent);
  const squared = BigInt(sensitivity.groups);
  if (!presentKeyProducts.has(table.product)) {
    return { kind: 'everyGroup', rho, sensitivity, variance: varianceFor(squared, rho) };
  }
  const isSplit = table.groupsPerKey > 1;
  const keyVariance = varianceFor(squared, isSplit ? shareOf(rho, 2) : rho);
  const risk = { keys: sensitivity.groups, perKey: sensitivity.perGroup, delta };
  return {
    kind: 'presentKeys',
    rho,
    sensitivity,
    keyVariance,
    keyThreshold: keyThreshold(gaussianTail(approximate(keyVariance)), risk),
    keyDelta: delta,
    groupVariance: isSplit ? keyVariance : undefined,
  };
}
