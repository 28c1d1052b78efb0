import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** A zone of a release: its id, its level (0 finest), and its polygons, each a list of rings of [longitude, latitude]. */
export interface ReleasedZone {
  readonly zoneId: string;
  readonly level: number;
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

/** One released table, column by column; a column that the product or its recipe does not know is empty. */
export interface ReleasedTable {
  readonly product: Product;
  /** Index into the zones. */
  readonly zone: Int32Array;
  /** Where flows end, or the home: index into the zones, -1 unknown, -2 all homes. */
  readonly other: Int32Array;
  /** Seconds since 1970 UTC. */
  readonly start: Int32Array;
  /** Indices into the labels; one more than the last means all together. */
  readonly band: Int32Array;
  readonly age: Int32Array;
  readonly gender: Int32Array;
  /** Released figure, -1 for none. */
  readonly persons: Int32Array;
  /** Released number of trips, -1 for none; empty or absent where the table tells none. */
  readonly trips?: Int32Array;
  /** 0 published, 1 suppressed, 2 zero. */
  readonly status: Uint8Array;
}

/** A release as its readers have it: what differencing looks at. The period of `recipe` is set. */
export interface Released {
  readonly recipe: Recipe;
  readonly zones: readonly ReleasedZone[];
  readonly ages: readonly string[];
  readonly genders: readonly string[];
  readonly dwellBands: readonly string[];
  readonly frequencyBands: readonly string[];
  readonly tables: readonly ReleasedTable[];
}
