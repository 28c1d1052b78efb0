import type { GroupTable } from '../../shared/products/group-table.ts';
import type { DimensionName } from '../../shared/products/product.ts';

/** Names of the values of a dimension; a value that is left out has its number as name. A total is `*`. */
export type ValueNames = Partial<Record<DimensionName, (value: number) => string>>;

/** Groups of a table by their values joined with `|`: `persons` and `contributors` joined with `/`. */
export function tableGroups(table: GroupTable, names: ValueNames = {}): Map<string, string> {
  const groups = new Map<string, string>();
  table.at.forEach((at, i) => {
    if (i > 0 && at <= (table.at[i - 1] ?? 0)) throw new Error('groups are not ascending');
    let rest = at;
    const values = table.dimensions.toReversed().map(({ name, size, hasTotal }) => {
      const value = rest % size;
      rest = Math.floor(rest / size);
      if (hasTotal && value === size - 1) return '*';
      return names[name]?.(value) ?? `${value}`;
    });
    if (rest > 0) throw new Error('a group lies outside the cube');
    const key = values.toReversed().join('|');
    if (groups.has(key)) throw new Error(`two groups are ${key}`);
    groups.set(key, `${table.persons[i]}/${table.contributors[i]}`);
  });
  return groups;
}
