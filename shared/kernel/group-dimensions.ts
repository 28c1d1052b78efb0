import type { Dimension } from '../products/group-table.ts';
import { additiveDimensions, dimensionsOf } from '../products/product.ts';
import type { TableOrder } from './group-counter.ts';

/** Dimensions of a table, with a total where one is asked for, the values add up and there are several. */
export function groupDimensions({
  product,
  sizes,
  people,
  totals,
}: Pick<TableOrder, 'product' | 'sizes' | 'people' | 'totals'>): readonly Dimension[] {
  const all = [...sizes, people.ages, people.genders];
  return dimensionsOf[product].map((name, i) => {
    const size = all[i] ?? 1;
    const hasTotal = size > 1 && additiveDimensions.has(name) && totals.includes(name);
    return { name, size: hasTotal ? size + 1 : size, hasTotal };
  });
}
