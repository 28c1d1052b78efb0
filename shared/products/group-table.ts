import type { Keys } from '../base/keys.ts';
import type { DimensionName, Product } from './product.ts';

/** One dimension of a table: `size` values, of which the last is the total over the others where `hasTotal`. */
export interface Dimension {
  readonly name: DimensionName;
  readonly size: number;
  readonly hasTotal: boolean;
}

/**
 * How much each group of a table amounts to in something people do more or less often, and how much of it is the largest and
 * the second largest contributor's (holder, not device), 0 where there is none. For the rules on concentration.
 */
export interface Magnitude {
  readonly total: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/**
 * The groups of one product that have somebody in them. `at[i]` is the place of group i in the row-major cube of
 * `dimensions` (the last dimension changes fastest), ascending; `persons[i]` its distinct persons; `contributors[i]` what the
 * threshold acts on: distinct holders of contracts where the extract tells them, otherwise the same as `persons`. `keys`,
 * where they were asked for: per group the sum of the record keys of its persons, modulo 2^64.
 * `trips`, of flows that were asked for them: how often the persons of a group went.
 */
export interface GroupTable {
  readonly product: Product;
  readonly dimensions: readonly Dimension[];
  readonly at: Float64Array;
  readonly persons: Int32Array;
  readonly contributors: Int32Array;
  readonly keys?: Keys | undefined;
  readonly trips?: Magnitude | undefined;
}
