import type { Dimension } from '../products/group-table.ts';
import { additiveDimensions, dimensionsOf, type DimensionName, type Product } from '../products/product.ts';
import type { People } from './people.ts';

/** What the dimensions of a table follow from: its product, the sizes before age and gender, and which totals it carries. */
export interface DimensionOrder {
  readonly product: Product;
  readonly sizes: readonly number[];
  readonly people: People;
  /** Dimensions that get a total as their last value; those that do not add up or have one value only get none. */
  readonly totals: readonly DimensionName[];
}

/** Dimensions of a table, with a total where one is asked for, the values add up and there are several. */
export function groupDimensions({ product, sizes, people, totals }: DimensionOrder): readonly Dimension[] {
  const all = [...sizes, people.ages, people.genders];
  return dimensionsOf[product].map((name, i) => {
    const size = all[i] ?? 1;
    const hasTotal = size > 1 && additiveDimensions.has(name) && totals.includes(name);
    return { name, size: hasTotal ? size + 1 : size, hasTotal };
  });
}
