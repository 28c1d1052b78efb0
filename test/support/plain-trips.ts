import type { GroupTable } from '../../shared/products/group-table.ts';
import type { PlainMember, PlainPeople } from './plain-products.ts';
import { tableGroups, type ValueNames } from './table-groups.ts';

/**
 * Trips of groups by their values joined with `|` (`*` is the total of an age or gender): all trips and the two largest
 * contributors', as `total/first/second`. One member is one trip.
 */
export function plainTrips(
  members: readonly PlainMember[],
  { classOfPerson, holderOfPerson, genders }: PlainPeople,
  totals: boolean,
): ReadonlyMap<string, string> {
  const trips = new Map<string, string[]>();
  for (const { person, values } of members) {
    const own = classOfPerson[person] ?? -1;
    if (own === -1) continue;
    const holder = holderOfPerson?.[person] ?? -1;
    const contributor = holder === -1 ? `alone ${person}` : `${holder}`;
    for (const part of classesOf(own, genders, totals)) {
      const key = [...values, ...part].join('|');
      trips.set(key, [...(trips.get(key) ?? []), contributor]);
    }
  }
  return new Map([...trips].map(([key, by]) => [key, largestTwo(by)]));
}

/** The same of a table, by the names its groups have in `tableGroups`. */
export function tripsOfTable(table: GroupTable, names: ValueNames): ReadonlyMap<string, string> {
  const { trips } = table;
  if (!trips) throw new Error('the table has no trips');
  const keys = [...tableGroups(table, names).keys()];
  return new Map(keys.map((key, i) => [key, `${trips.total[i]}/${trips.first[i]}/${trips.second[i]}`]));
}

function largestTwo(by: readonly string[]): string {
  const counts = [...new Set(by)].map((who) => by.filter((one) => one === who).length);
  const [first = 0, second = 0] = counts.toSorted((a, b) => b - a);
  return `${by.length}/${first}/${second}`;
}

function classesOf(own: number, genders: number, totals: boolean): readonly (readonly string[])[] {
  const [age, gender] = [`${Math.floor(own / genders)}`, `${own % genders}`];
  const all = [
    [age, '*'],
    ['*', gender],
    ['*', '*'],
  ];
  return [[age, gender], ...(totals ? all : [])];
}
