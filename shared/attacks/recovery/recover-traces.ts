import type { Steps } from '../../protect/secondary/steps.ts';
import type { SeededRandom } from '../random.ts';
import { linkDay, type DayLinking } from './link-day.ts';
import { linkDays } from './link-days.ts';
import { nightZones, type Nights, type Paths } from './night-zones.ts';
import { shuffled } from '../shuffled.ts';

/** How many are followed from day to day: over all, from one night zone, and how many day paths are tried for one night zone. */
export interface FollowLimits {
  readonly traces: number;
  readonly tracesOfZone: number;
  readonly candidates: number;
}

/** What is recovered from; `counts` are numbers of persons by bin and zone over all days. */
export interface Recovering extends DayLinking {
  readonly counts: Int32Array;
  readonly days: number;
  readonly limits: FollowLimits;
  readonly random: SeededRandom;
  /** Called after each day. */
  readonly onDay: () => void;
}

/** Paths over all days of as many persons as the limits let follow; of whom, is not known to the attacker. */
export function* recoverTraces(work: Recovering): Steps<Paths> {
  const { release, days, limits, random } = work;
  const { binsPerDay, zones, persons } = release;
  const nights: Nights = release;
  const dayCounts = (day: number): Int32Array =>
    work.counts.subarray(day * binsPerDay * zones, (day + 1) * binsPerDay * zones);
  const first: Paths = { paths: persons, bins: binsPerDay, zoneOf: yield* linkDay(dayCounts(0), work) };
  const followed = chosen(nightZones(first, nights), limits, random);
  const bins = days * binsPerDay;
  const traces: Paths = { paths: followed.length, bins, zoneOf: new Int16Array(followed.length * bins) };
  extend(traces, first, followed, 0);
  work.onDay();
  for (let day = 1; day < days; day++) {
    const next: Paths = { paths: persons, bins: binsPerDay, zoneOf: yield* linkDay(dayCounts(day), work) };
    const join = { traces, bins: day * binsPerDay, day: next, nights, candidates: limits.candidates };
    extend(traces, next, yield* linkDays(join, random), day);
    work.onDay();
  }
  return traces;
}

/** At random, but nobody's second from one night zone before the first from every other. */
function chosen(zoneOf: Int16Array, limits: FollowLimits, random: SeededRandom): Int32Array {
  const ofZone = new Map<number, number>();
  const picked: { readonly path: number; readonly rank: number }[] = [];
  for (const path of shuffled(zoneOf.length, random)) {
    const zone = zoneOf[path] ?? -1;
    const rank = ofZone.get(zone) ?? 0;
    ofZone.set(zone, rank + 1);
    if (rank < limits.tracesOfZone) picked.push({ path, rank });
  }
  const fair = picked.toSorted((a, b) => a.rank - b.rank).slice(0, limits.traces);
  return Int32Array.from(fair, ({ path }) => path).toSorted();
}

function extend(traces: Paths, day: Paths, pathOf: Int32Array, number: number): void {
  for (const [trace, path] of pathOf.entries()) {
    const from = path * day.bins;
    traces.zoneOf.set(day.zoneOf.subarray(from, from + day.bins), trace * traces.bins + number * day.bins);
  }
}
