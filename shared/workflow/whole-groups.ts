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
export function wholeGroupsIn(hidden: Hidden, slack: number): WholeGroups {
  const { counted } = hidden;
  const found = counted.table.dimensions.flatMap(({ name }) => foundAlong(hidden, name, slack));
  const [first] = found;
  return {
    found: found.length,
    ...(first && { group: labelsOf(counted, first.whole), category: first.category }),
  };
}

interface Finding {
  readonly whole: number;
  readonly category: string;
}

/** Parts along one dimension that make up their total. */
function foundAlong(hidden: Hidden, name: DimensionName, slack: number): readonly Finding[] {
  const { table } = hidden.counted;
  const total = totalAlong(table, name);
  const values = table.part[name];
  if (total === -1 || !values || !additiveDimensions.has(name)) return [];
  const stride = strideOf(table, name);
  const totals = publishedTotals(hidden, values, total);
  const found: Finding[] = [];
  hidden.fates.forEach((fate, i) => {
    const value = values[i] ?? total;
    const whole = value === total ? undefined : totals.get((table.at[i] ?? 0) + (total - value) * stride);
    if (fate !== 0 || whole === undefined || !isWhole(table.persons, [whole, i], slack)) return;
    const category = labels[name](hidden.counted, value) ?? unknownCategory;
    if (category !== unknownCategory) found.push({ whole, category });
  });
  return found;
}

function isWhole(
  persons: Int32Array,
  [whole, part]: readonly [whole: number, part: number],
  slack: number,
): boolean {
  return wholeGroupFacts(persons[whole] ?? 0, [persons[part] ?? 0], slack).length > 0;
}

/** Distance in the cube between two neighbouring values of a dimension. */
function strideOf({ dimensions }: CountedTable['table'], name: DimensionName): number {
  const position = dimensions.findIndex((dimension) => dimension.name === name);
  return dimensions.slice(position + 1).reduce((product, { size }) => product * size, 1);
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
  const told = dimensions.map(({ name }) => {
    const value = part[name]?.[group] ?? 0;
    return value === totalAlong(counted.table, name) ? undefined : labels[name](counted, value);
  });
  return told.filter((label) => label !== undefined).join(' · ');
}

/** What a value along a dimension is called; nothing where there is no breakdown. */
const labels: Readonly<Record<DimensionName, (counted: CountedTable, value: number) => string | undefined>> =
  {
    zone: ({ placed }, value) => placed.shapes[value]?.zoneId,
    destination: ({ placed }, value) => placed.shapes[value]?.zoneId,
    home: ({ placed }, value) => placed.shapes[value]?.zoneId ?? unknownCategory,
    time: ({ bins }, value) => isoUtc(bins.starts[value] ?? 0),
    band: ({ bands }, value) => bands[value],
    age: ({ breakdown }, value) => breakdown.ages[value],
    gender: ({ breakdown }, value) => breakdown.genders[value],
  };
