import { seededRandom, type SeededRandom } from '../../../shared/attacks/random.ts';

/** What a population on a square grid of zones is made from. */
export interface FineGridOptions {
  readonly persons: number;
  /** Zones along one side. */
  readonly side: number;
  readonly days: number;
  readonly binsPerHour: number;
  /** Zones per bin while somebody moves. */
  readonly speed: number;
  readonly seed: string;
}

/** Everyone's zone in every bin (person * bins + bin), exact counts by bin and zone, and centres one kilometre apart. */
export interface FineGrid {
  readonly persons: number;
  readonly zones: number;
  readonly days: number;
  readonly binsPerDay: number;
  readonly zoneOf: Int16Array;
  readonly counts: Float64Array;
  readonly centres: Float64Array;
}

/** One stop of a day: from this hour on in this zone. */
type Stop = readonly [hour: number, zone: number];

/**
 * Homes thick in the middle, work thicker there, straight moves in steps of `speed` zones, errands to three favourite zones: the population
 * `make_pop_fine` of the reference simulations, with random numbers of its own.
 */
export function fineGrid(options: FineGridOptions): FineGrid {
  const { persons, side, days, binsPerHour, seed } = options;
  const random = seededRandom(seed, 'fine grid');
  const [zones, binsPerDay] = [side * side, 24 * binsPerHour];
  const bins = days * binsPerDay;
  const zoneOf = new Int16Array(persons * bins);
  for (let person = 0; person < persons; person++) {
    const planOf = lifeOf(side, random);
    for (let day = 0; day < days; day++) {
      const start = person * bins + day * binsPerDay;
      walk(zoneOf.subarray(start, start + binsPerDay), planOf(day), options);
    }
  }
  const counts = new Float64Array(bins * zones);
  for (const [at, zone] of zoneOf.entries()) {
    const cell = (at % bins) * zones + zone;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const centres = Float64Array.from({ length: 2 * zones }, (_, at) => {
    const zone = Math.floor(at / 2);
    return 1000 * (at % 2 === 0 ? Math.floor(zone / side) : zone % side);
  });
  return { persons, zones, days, binsPerDay, zoneOf, counts, centres };
}

function lifeOf(side: number, random: SeededRandom): (day: number) => readonly Stop[] {
  const between = (a: number, b: number): number =>
    Math.hypot(Math.floor(a / side) - Math.floor(b / side), (a % side) - (b % side));
  const middle = (side - 1) / 2;
  const out = (zone: number): number => Math.hypot(Math.floor(zone / side) - middle, (zone % side) - middle);
  const pick = (weight: (zone: number) => number): number => picked(side * side, weight, random);
  const home = pick((zone) => Math.exp(-out(zone) / (side / 4)));
  const work = pick((zone) =>
    zone === home ? 0 : Math.exp(-out(zone) / (side / 5) - between(home, zone) / (side / 5)),
  );
  const favourites = [0, 1, 2].map(() =>
    pick((zone) => Math.exp(-out(zone) / (side / 4) - between(home, zone) / (side / 6))),
  );
  const favourite = (): number => favourites[random.below(3)] ?? home;
  const isWorker = random.uniform() >= 0.2;
  const begins = Math.min(Math.max(8 + 1.2 * normal(random), 5), 12);
  const lasts = Math.min(Math.max(8.5 + normal(random), 4), 12);
  return (day) => {
    const plan: Stop[] = [[0, home]];
    if (day % 7 < 5 && isWorker && random.uniform() > 0.1) {
      const from = begins + 0.3 * normal(random);
      const to = from + lasts + 0.4 * normal(random);
      plan.push([from, work]);
      if (random.uniform() < 0.3) plan.push([to, favourite()], [to + 1.2, home]);
      else plan.push([to, home]);
      return plan;
    }
    for (let hour = 9 + 5 * random.uniform(); hour < 21; hour += 3 + 3 * random.uniform()) {
      if (random.uniform() < 0.6) plan.push([hour, favourite()], [hour + 0.7 + 1.3 * random.uniform(), home]);
    }
    return plan;
  };
}

function walk(path: Int16Array, plan: readonly Stop[], { side, binsPerHour, speed }: FineGridOptions): void {
  let zone = plan[0]?.[1] ?? 0;
  path.fill(zone);
  for (const [hour, next] of plan.slice(1)) {
    const bin = Math.floor(hour * binsPerHour);
    if (bin >= path.length) return;
    const [row, column] = [Math.floor(zone / side), zone % side];
    const [down, right] = [Math.floor(next / side) - row, (next % side) - column];
    const steps = Math.max(1, Math.ceil(Math.hypot(down, right) / speed));
    for (let step = 1; step <= steps && bin + step - 1 < path.length; step++) {
      const at = (part: number, whole: number): number => Math.round(part + (whole * step) / steps);
      path[bin + step - 1] = at(row, down) * side + at(column, right);
    }
    path.fill(next, Math.min(bin + steps, path.length));
    zone = next;
  }
}

function picked(zones: number, weight: (zone: number) => number, random: SeededRandom): number {
  const weights = Float64Array.from({ length: zones }, (_, zone) => weight(zone));
  let left = random.uniform() * weights.reduce((sum, value) => sum + value, 0);
  for (const [zone, value] of weights.entries()) {
    left -= value;
    if (left < 0) return zone;
  }
  return zones - 1;
}

function normal(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}
