import type { Steps } from '../../protect/secondary/steps.ts';
import type { SeededRandom } from '../random.ts';
import { nightZones, type Nights, type Paths } from './night-zones.ts';
import { shuffled } from '../shuffled.ts';

/** Per target, a number of bins: `all` that are scored, `away` those of them outside the target's night zone. Fractions are expectations. */
export interface BinTally {
  readonly all: Float64Array;
  readonly away: Float64Array;
}

/** One person the attacker looks for. */
export interface Target {
  /** Zone in each bin, -1 where not seen. */
  readonly path: Int16Array;
  /** Where the target is most often at night: what the attacker knows. */
  readonly home: number;
  /** Bins of the day in which the attacker knows the target's zone besides; they are not scored. */
  readonly anchors: readonly number[];
}

/** Who is looked for. */
export interface Targets {
  readonly list: readonly Target[];
  /** How many of the drawn were never seen at night and are no targets. */
  readonly withoutNight: number;
  /** Scored bins: those in which the target was seen. */
  readonly scored: BinTally;
}

/** How many targets are drawn, and how many bins of the day are known of each. */
export interface TargetNumbers {
  readonly targets: number;
  readonly dayAnchors: number;
}

/** Draws targets among all persons of the truth, each equally likely. */
export function* drawTargets(
  truth: Paths,
  nights: Nights,
  numbers: TargetNumbers,
  random: SeededRandom,
): Steps<Targets> {
  const list: Target[] = [];
  let withoutNight = 0;
  const order = shuffled(truth.paths, random);
  yield;
  for (const person of order) {
    if (list.length === numbers.targets) break;
    const path = truth.zoneOf.subarray(person * truth.bins, (person + 1) * truth.bins);
    const home = nightZones({ paths: 1, bins: truth.bins, zoneOf: path }, nights)[0] ?? -1;
    if (home < 0) withoutNight++;
    else list.push({ path, home, anchors: drawAnchors(path, nights, numbers.dayAnchors, random) });
    if (list.length % 100 === 0) yield;
  }
  return { list, withoutNight, scored: tally(list, () => 1) };
}

/** Bins of all targets together. */
export function sumOfBins(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}

function drawAnchors(
  path: Int16Array,
  nights: Nights,
  number: number,
  random: SeededRandom,
): readonly number[] {
  if (number === 0) return [];
  const isDay = (bin: number): boolean =>
    bin % nights.binsPerDay >= nights.nightBins && (path[bin] ?? -1) >= 0;
  const bins = [...path.keys()].filter(isDay);
  return [...shuffled(bins.length, random).subarray(0, number)].map((at) => bins[at] ?? 0);
}

/** How right somebody is about the target of number `target` in `bin`, where it was in `zone`: 0 to 1. */
export type Rightness = (bin: number, zone: number, target: number) => number;

/** Sums rightness over the scored bins of each target. */
export function tally(list: readonly Target[], right: Rightness): BinTally {
  const sums = { all: new Float64Array(list.length), away: new Float64Array(list.length) };
  for (const [at, { path, home, anchors }] of list.entries()) {
    for (let bin = 0; bin < path.length; bin++) {
      const zone = path[bin] ?? -1;
      if (zone < 0 || anchors.includes(bin)) continue;
      const value = right(bin, zone, at);
      sums.all[at] = (sums.all[at] ?? 0) + value;
      if (zone !== home) sums.away[at] = (sums.away[at] ?? 0) + value;
    }
  }
  return sums;
}
