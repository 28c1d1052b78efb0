import type { IndexedTable } from '../products/indexed-table.ts';

/** How good a table still is after protection; see the words of each figure. */
export interface TableUtility {
  /** Sum of raw persons over published groups, and over all: a person counts once per group. */
  readonly personsKept: number;
  readonly persons: number;
  /** Zones and time bins with a published group, and with any. */
  readonly zonesCovered: number;
  readonly zones: number;
  readonly binsCovered: number;
  readonly bins: number;
  /** Median of |figure - raw| / raw over published groups. */
  readonly medianError: number;
  /** The same over the hundred largest groups, where a hidden one counts 1. */
  readonly busiestMedianError: number;
  /** Share of groups hidden, by quarters of zones from the emptiest to the fullest. */
  readonly hiddenByDensity: readonly number[];
}

const busiest = 100;
const quarters = 4;

/** Utility of a table: `fates[i]` is 0 where group i is published, `figures[i]` what is released for it. */
export function utilityOf(table: IndexedTable, fates: Uint8Array, figures: Int32Array): TableUtility {
  const { persons, part } = table;
  const error = (i: number): number =>
    fates[i] === 0 ? Math.abs((figures[i] ?? 0) - (persons[i] ?? 0)) / Math.max(1, persons[i] ?? 0) : 1;
  const groups = Array.from(persons, (_, i) => i);
  const out = groups.filter((i) => fates[i] === 0);
  const largest = largestOf(persons, busiest);
  const sum = (of: readonly number[]): number => of.reduce((all, i) => all + (persons[i] ?? 0), 0);
  return {
    personsKept: sum(out),
    persons: sum(groups),
    zonesCovered: differing(part.zone, out),
    zones: differing(part.zone, groups),
    binsCovered: differing(part.time, out),
    bins: differing(part.time, groups),
    medianError: lowerMedian(out.map(error)),
    busiestMedianError: lowerMedian(largest.map(error)),
    hiddenByDensity: hiddenByDensity(table, fates),
  };
}

/** The places of the `count` largest groups, of equal ones the first; sorts few of them at a time. */
function largestOf(persons: Int32Array, count: number): readonly number[] {
  const largestFirst = (a: number, b: number): number => (persons[b] ?? 0) - (persons[a] ?? 0) || a - b;
  let kept: number[] = [];
  let least = -Infinity;
  for (let i = 0; i < persons.length; i++) {
    if ((persons[i] ?? 0) <= least) continue;
    kept.push(i);
    if (kept.length < 4 * count) continue;
    kept = kept.toSorted(largestFirst).slice(0, count);
    least = persons[kept[count - 1] ?? 0] ?? 0;
  }
  return kept.toSorted(largestFirst).slice(0, count);
}

/** How many different values a column has at `places`, 0 where there is no such column. */
function differing(column: Int32Array | undefined, places: readonly number[]): number {
  return column ? new Set(places.map((i) => column[i])).size : 0;
}

/** The middle value, of two middle ones the lower; 0 of none. */
function lowerMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length / 2) - 1)] ?? 0;
}

function hiddenByDensity({ persons, part }: IndexedTable, fates: Uint8Array): readonly number[] {
  const zones = new Map<number, { persons: number; groups: number; hidden: number }>();
  persons.forEach((count, i) => {
    const zone = part.zone?.[i] ?? 0;
    const sums = zones.get(zone) ?? { persons: 0, groups: 0, hidden: 0 };
    sums.persons += count;
    sums.groups++;
    sums.hidden += fates[i] === 0 ? 0 : 1;
    zones.set(zone, sums);
  });
  const ordered = [...zones]
    .toSorted(([a, x], [b, y]) => x.persons - y.persons || a - b)
    .map(([, sums]) => sums);
  return Array.from({ length: quarters }, (_, quarter) => {
    const from = Math.floor((quarter * ordered.length) / quarters);
    const own = ordered.slice(from, Math.floor(((quarter + 1) * ordered.length) / quarters));
    const groups = own.reduce((all, { groups: some }) => all + some, 0);
    return groups === 0 ? 0 : own.reduce((all, { hidden }) => all + hidden, 0) / groups;
  });
}
