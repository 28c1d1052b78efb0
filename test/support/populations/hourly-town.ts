import { seededRandom, type SeededRandom } from '../../../shared/attacks/random.ts';
import type { Traces } from '../../../shared/attacks/traces.ts';
import { normalDraw } from './normal-draw.ts';

/** People of a square town, hour by hour. */
export interface HourlyTown {
  readonly persons: number;
  /** Zones of the square; zone z lies at (floor(z / side), z % side). */
  readonly zones: number;
  readonly side: number;
  readonly hours: number;
  /** Zone of person p in hour h: `zoneOf[p * hours + h]`. */
  readonly zoneOf: Uint16Array;
  /** Two numbers a zone, in units of a zone's width. */
  readonly centres: Float64Array;
}

/**
 * The hourly population of the membership simulations: homes and favourite places crowd in the middle, three in four
 * work on weekdays in a zone not too far from home, one free hour in ten is an errand. Everybody is in one zone every hour.
 */
export function hourlyTown(seed: string, persons: number, side = 15, days = 7): HourlyTown {
  const random = seededRandom(seed, 'hourly-town');
  const zones = side * side;
  const hours = 24 * days;
  const map = mapOf(side);
  const zoneOf = new Uint16Array(persons * hours);
  for (let p = 0; p < persons; p += 1) {
    const habits = habitsOf(random, map);
    for (let d = 0; d < days; d += 1) {
      liveDay(random, map, habits, {
        isWorkday: d % 7 < 5,
        row: zoneOf.subarray(p * hours + 24 * d, p * hours + 24 * d + 24),
      });
    }
  }
  const centres = Float64Array.from({ length: 2 * zones }, (_, i) =>
    i % 2 === 0 ? Math.floor(i / 2 / side) : ((i - 1) / 2) % side,
  );
  return { persons, zones, side, hours, zoneOf, centres };
}

/** Group = hour * zones + zone: what everybody contributes to the hourly footfall. */
export function hourlyTraces({ persons, zones, hours, zoneOf }: HourlyTown): Traces {
  const starts = Uint32Array.from({ length: persons + 1 }, (_, p) => p * hours);
  const groupOf = Uint32Array.from(zoneOf, (zone, i) => (i % hours) * zones + zone);
  return { persons, groups: zones * hours, starts, groupOf };
}

interface TownMap {
  readonly side: number;
  readonly home: readonly number[];
  readonly work: readonly number[];
  readonly distance: (a: number, b: number) => number;
}

interface Habits {
  readonly home: number;
  readonly work: number;
  readonly isWorker: boolean;
  readonly start: number;
  readonly length: number;
  readonly favourites: readonly number[];
}

function mapOf(side: number): TownMap {
  const at = (zone: number): readonly [number, number] => [Math.floor(zone / side), zone % side];
  const centre = (side - 1) / 2;
  const away = Array.from({ length: side * side }, (_, z) =>
    Math.hypot(at(z)[0] - centre, at(z)[1] - centre),
  );
  return {
    side,
    home: away.map((d) => Math.exp(-d / (side / 4))),
    work: away.map((d) => Math.exp(-d / (side / 8))),
    distance: (a, b) => Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1]),
  };
}

function drawn(random: SeededRandom, weights: readonly number[]): number {
  let left = random.uniform() * weights.reduce((a, b) => a + b, 0);
  for (const [at, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return at;
  }
  return weights.length - 1;
}

function habitsOf(random: SeededRandom, map: TownMap): Habits {
  const home = drawn(random, map.home);
  const near = (weights: readonly number[], reach: number): readonly number[] =>
    weights.map((weight, z) => weight * Math.exp(-map.distance(home, z) / (map.side / reach)));
  const favouriteWeights = near(map.home, 6);
  return {
    home,
    work: drawn(random, near(map.work, 5)),
    isWorker: random.uniform() >= 0.25,
    start: Math.min(12, Math.max(5, normalDraw(random, 8, 1))),
    length: Math.min(12, Math.max(4, normalDraw(random, 9, 1))),
    favourites: [0, 1, 2].map(() => drawn(random, favouriteWeights)),
  };
}

function liveDay(
  random: SeededRandom,
  map: TownMap,
  habits: Habits,
  { isWorkday, row }: { readonly isWorkday: boolean; readonly row: Uint16Array },
): void {
  row.fill(habits.home);
  if (isWorkday && habits.isWorker && random.uniform() > 0.15) goToWork(random, map, habits, row);
  for (let h = 9; h < 22; h += 1) {
    if (row[h] !== habits.home || random.uniform() >= 0.1) continue;
    row[h] = random.uniform() < 0.8 ? (habits.favourites[random.below(3)] ?? 0) : drawn(random, map.home);
  }
}

function goToWork(
  random: SeededRandom,
  map: TownMap,
  { home, work, start, length }: Habits,
  row: Uint16Array,
): void {
  const from = Math.round(start + normalDraw(random, 0, 0.4));
  const to = Math.min(22, from + Math.round(length + normalDraw(random, 0, 0.6)));
  row.fill(work, from, to);
  if (map.distance(home, work) <= 2) return;
  const { side } = map;
  const middle =
    Math.floor((Math.floor(home / side) + Math.floor(work / side)) / 2) * side +
    Math.floor(((home % side) + (work % side)) / 2);
  row[Math.max(from - 1, 0)] = middle;
  row[Math.min(to, 23)] = middle;
}
