import type { LinearSystem } from '../../shared/audit/linear-system.ts';
import type { Dimension, GroupTable } from '../../shared/products/group-table.ts';
import type { DimensionName, Product } from '../../shared/products/product.ts';
import type { Suppressed } from '../../shared/protect/secondary/suppress.ts';
import type { ProtectionRule } from '../../shared/protect/secondary/protection-rule.ts';

/** A person of a small extract: for each of two zones the hours seen (bits of 3), a dwell band for each zone and daypart, a trip. */
export interface Visitor {
  readonly age: number;
  readonly gender: number;
  readonly home: number;
  readonly holder: number;
  readonly hours: readonly number[];
  readonly bands: readonly number[];
  readonly trip: number;
}

type Axis = readonly [DimensionName, number, boolean];
const classes: readonly Axis[] = [
  ['age', 3, true],
  ['gender', 3, true],
];
const shapes: Readonly<Record<Product, readonly Axis[]>> = {
  footfall: [['zone', 2, false], ['time', 3, false], ...classes],
  dwell: [['zone', 2, false], ['time', 2, false], ['band', 3, true], ...classes],
  frequency: [['zone', 2, false], ['band', 3, true], ...classes],
  flows: [['zone', 2, false], ['destination', 2, false], ['time', 2, false], ...classes],
  catchment: [['zone', 2, false], ['home', 4, true], ...classes],
};

/** Places without totals that a visitor is counted at, by product. */
function placesOf(one: Visitor): Readonly<Record<Product, readonly (readonly number[])[]>> {
  const zones = [0, 1];
  const seen = (zone: number, hour: number) => (((one.hours[zone] ?? 0) >> hour) & 1) === 1;
  const here = zones.filter((zone) => (one.hours[zone] ?? 0) > 0);
  const bandOf = (zone: number) => ([1, 2, 4].includes(one.hours[zone] ?? 0) ? 0 : 1);
  return {
    footfall: zones.flatMap((zone) =>
      [0, 1, 2].filter((hour) => seen(zone, hour)).map((hour) => [zone, hour]),
    ),
    dwell: here.flatMap((zone) =>
      [0, 1].filter((part) => seen(zone, part)).map((part) => [zone, part, one.bands[zone * 2 + part] ?? 0]),
    ),
    frequency: here.map((zone) => [zone, bandOf(zone)]),
    flows: one.trip < 0 ? [] : [[one.trip - 1, 2 - one.trip, one.bands[0] ?? 0]],
    catchment: here.map((zone) => [zone, one.home]),
  };
}

/** The five tables of the visitors; with `holdings`, persons of one holder contribute once. */
export function tablesOf(visitors: readonly Visitor[], holdings: boolean): readonly GroupTable[] {
  return (Object.keys(shapes) as Product[]).map((product) => {
    const axes = shapes[product];
    const persons = new Map<number, number>();
    const holders = new Map<number, Set<number>>();
    visitors.forEach((one, person) => {
      for (const place of placesOf(one)[product])
        for (const at of withTotals(axes, [...place, one.age, one.gender])) {
          persons.set(at, (persons.get(at) ?? 0) + 1);
          holders.set(at, (holders.get(at) ?? new Set()).add(holdings ? one.holder % 40 : person));
        }
    });
    const at = [...persons.keys()].toSorted((a, b) => a - b);
    return {
      product,
      dimensions: axes.map(([name, size, hasTotal]): Dimension => ({ name, size, hasTotal })),
      at: Float64Array.from(at),
      persons: Int32Array.from(at, (place) => persons.get(place) ?? 0),
      contributors: Int32Array.from(at, (place) => holders.get(place)?.size ?? 0),
    };
  });
}

function withTotals(axes: readonly Axis[], place: readonly number[]): readonly number[] {
  return axes.reduce<readonly number[]>(
    (sums, [, size, hasTotal], i) =>
      sums.flatMap((sum) =>
        (hasTotal ? [place[i] ?? 0, size - 1] : [place[i] ?? 0]).map((value) => sum * size + value),
      ),
    [0],
  );
}

/** Everything a reader of all tables knows, in one system; `places[t][at]` is the variable of a place of table t. */
export interface WholeSystem {
  readonly system: LinearSystem;
  readonly point: Float64Array;
  readonly primaries: Int32Array;
  readonly places: readonly (readonly number[])[];
}

interface Row {
  readonly terms: readonly (readonly [number, number])[];
  readonly low: number;
  readonly high: number;
}

/** Builds that system from nothing but the tables, cell by cell. */
export function systemOfRelease(
  tables: readonly GroupTable[],
  { states, emptyHidden }: Pick<Suppressed, 'states' | 'emptyHidden'>,
  rule: ProtectionRule,
): WholeSystem {
  const [low, high, point, primaries]: [number[], number[], number[], number[]] = [[], [], [], []];
  const places = tables.map((table, t) => {
    const size = table.dimensions.reduce((product, one) => product * one.size, 1);
    const index = new Map(Array.from(table.at, (at, i) => [at, i]));
    return Array.from({ length: size }, (_, at) => {
      const i = index.get(at);
      const count = i === undefined ? 0 : (table.persons[i] ?? 0);
      const state = i === undefined ? -1 : (states[t]?.[i] ?? 0);
      const isHidden = rule.zeroGroups === 'hidden' || emptyHidden[t]?.has(at - (at % 9)) === true;
      const [from, to] = known(count, state, { ...rule, zeroGroups: isHidden ? 'hidden' : 'shown' });
      low.push(from);
      high.push(to);
      point.push(count);
      if (state === 1) primaries.push(point.length - 1);
      return point.length - 1;
    });
  });
  const rows = [...tables.flatMap((table, t) => sumsOf(table, places[t] ?? [])), ...linksOf(places)];
  const rowStarts = [0];
  for (const { terms } of rows) rowStarts.push((rowStarts.at(-1) ?? 0) + terms.length);
  return {
    system: {
      low: Float64Array.from(low),
      high: Float64Array.from(high),
      rowStarts: Int32Array.from(rowStarts),
      variable: Int32Array.from(rows.flatMap(({ terms }) => terms.map(([at]) => at))),
      coefficient: Int32Array.from(rows.flatMap(({ terms }) => terms.map(([, factor]) => factor))),
      rowLow: Float64Array.from(rows, (row) => row.low),
      rowHigh: Float64Array.from(rows, (row) => row.high),
    },
    point: Float64Array.from(point),
    primaries: Int32Array.from(primaries),
    places,
  };
}

function known(count: number, state: number, rule: ProtectionRule): readonly [number, number] {
  const least = rule.zeroGroups === 'hidden' ? 0 : 1;
  if (state === -1) return rule.zeroGroups === 'hidden' ? [0, Infinity] : [0, 0];
  if (state !== 0) return [least, Infinity];
  const base = rule.roundingBase;
  const figure = Math.floor(count / base + 0.5) * base;
  return [Math.max(Math.ceil(figure - base / 2), rule.minimumPersons), Math.ceil(figure + base / 2) - 1];
}

function sumsOf({ dimensions }: GroupTable, places: readonly number[]): readonly Row[] {
  let step = places.length;
  return dimensions.flatMap(({ size, hasTotal }) => {
    const whole = step;
    step /= size;
    if (!hasTotal) return [];
    const own = step;
    return places
      .map((_, at) => at)
      .filter((at) => Math.floor((at % whole) / own) === size - 1)
      .map((total) => ({
        terms: Array.from(
          { length: size },
          (_, i) => [places[total - i * own] ?? 0, i === 0 ? -1 : 1] as const,
        ),
        low: 0,
        high: 0,
      }));
  });
}

/** Homes and bands of a zone have one total, which no hour exceeds. Tables in the order of products. */
function linksOf(places: readonly (readonly number[])[]): readonly Row[] {
  const [footfall = [], , frequency = [], , catchment = []] = places;
  const inZone = (zone: number, at: number): readonly Row[] => {
    const period = frequency[(zone * 3 + 2) * 9 + at] ?? 0;
    const homes = catchment[(zone * 4 + 3) * 9 + at] ?? 0;
    const hours = [0, 1, 2].map((hour) => footfall[(zone * 3 + hour) * 9 + at] ?? 0);
    return [
      {
        terms: [
          [period, 1],
          [homes, -1],
        ],
        low: 0,
        high: 0,
      },
      ...hours.map((hour): Row => ({
        terms: [
          [period, 1],
          [hour, -1],
        ],
        low: 0,
        high: Infinity,
      })),
    ];
  };
  return [0, 1].flatMap((zone) => Array.from({ length: 9 }, (_, at) => inZone(zone, at)).flat());
}
