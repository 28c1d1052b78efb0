import { z } from 'zod';

/** The five kinds of table, in the order in which they are shown and written. */
export const productNames = ['footfall', 'dwell', 'frequency', 'flows', 'catchment'] as const;
export const Product = z.enum(productNames);
export type Product = z.infer<typeof Product>;

/**
 * What the groups of a table differ by. `time` is a bin that begins at an instant; `band` is a dwell band or a band of days
 * visited; `home` includes people without a known home.
 */
export type DimensionName = 'zone' | 'destination' | 'home' | 'time' | 'band' | 'age' | 'gender';

/** Dimensions of each product in the order of its key; age and gender have one value where there is no breakdown. */
export const dimensionsOf: Readonly<Record<Product, readonly DimensionName[]>> = {
  footfall: ['zone', 'time', 'age', 'gender'],
  dwell: ['zone', 'time', 'band', 'age', 'gender'],
  frequency: ['zone', 'band', 'age', 'gender'],
  flows: ['zone', 'destination', 'time', 'age', 'gender'],
  catchment: ['zone', 'home', 'age', 'gender'],
};

/** Dimensions over which distinct persons add up: a person of a zone has one age, one gender, one home and one band. */
export const additiveDimensions: ReadonlySet<DimensionName> = new Set(['home', 'band', 'age', 'gender']);
