import { isoUtc } from '../base/calendar.ts';
import type { WholeGroups } from '../ipc/protection.ts';
import { totalAlong } from '../products/indexed-table.ts';
import { additiveDimensions, type DimensionName } from '../products/product.ts';
import { wholeGroupFacts } from '../protect/homogeneity.ts';
import { unknownCategory } from '../recipe/age-bands.ts';
import type { CountedTable } from './counted-table.ts';
import type { ProtectedTable } from './protected-table.ts';

type Hidden = Pick<ProtectedTable, 'counted' | 'fates'>;

/**
 * What the published figures of a table say of whole groups: a published part of a published total that lacks at most `slack`
 * persons of it. Looks at raw persons, since rounding alone makes no fact of a figure. That a category is unknown tells nothing
 * about anybody and is no finding. The first finding is told by the labels of its total and of its part.
 */
export function wholeGroupsIn({ counted, fates }: Hidden, slack: number): WholeGroups {
  const { dimensions, part, persons } = counted.table;
  let found = 0;
  let first: Omit<WholeGroups, 'found'> = {};
  dimensions.forEach(({ name }, position) => {
    const total = totalAlong(counted.table, name);
    const values = part[name];
    if (total === -1 || !values || !additiveDimensions.has(name)) return;
    const stride = dimensions.slice(position + 1).reduce((product, { size }) => product * size, 1);
    const totals = publishedTotals({ counted, fates }, values, total);
    fates.forEach((fate, i) => {
      const value = values[i] ?? total;
      if (fate !== 0 || value === total) return;
      const whole = totals.get((counted.table.at[i] ?? 0) + (total - value) * stride);
      if (whole === undefined) return;
      if (wholeGroupFacts(persons[whole] ?? 0, [persons[i] ?? 0], slack).length === 0) return;
      const category = labelOf(counted, name, value);
      if (category === unknownCategory) return;
      if (found++ === 0) first = { group: labelsOf(counted, whole), category };
    });
  });
  return { found, ...first };
}

/** Published groups that are totals along a dimension, by their place in the cube. */
function publishedTotals(
  { counted, fates }: Hidden,
  values: Int32Array,
  total: number,
): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  fates.forEach((fate, i) => {
    if (fate === 0 && values[i] === total) places.set(counted.table.at[i] ?? 0, i);
  });
  return places;
}

/** Everything a group is told by that is not a total, in the order of its dimensions. */
function labelsOf(counted: CountedTable, group: number): string {
  const { dimensions, part } = counted.table;
  const labels = dimensions.map(({ name }) => {
    const value = part[name]?.[group] ?? 0;
    return value === totalAlong(counted.table, name) ? undefined : labelOf(counted, name, value);
  });
  return labels.filter((label) => label !== undefined).join(' · ');
}

function labelOf(
  { placed, breakdown, bands, bins }: CountedTable,
  name: DimensionName,
  value: number,
): string | undefined {
  switch (name) {
    case 'zone':
    case 'destination':
      return placed.shapes[value]?.zoneId;
    case 'home':
      return placed.shapes[value]?.zoneId ?? unknownCategory;
    case 'time':
      return isoUtc(bins.starts[value] ?? 0);
    case 'band':
      return bands[value];
    case 'age':
      return breakdown.ages[value];
    case 'gender':
      return breakdown.genders[value];
  }
}
