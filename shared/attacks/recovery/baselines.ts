import type { Steps } from '../../protect/secondary/steps.ts';
import type { Nights, Paths } from './night-zones.ts';
import { tally, type BinTally, type Target } from './targets.ts';

/** Guesses without the release's figures, and one that uses them without linking. */
export interface Baselines<T> {
  /** The target is in its night zone in every bin. */
  readonly stayHome: T;
  /** The target is where most persons are in that bin, by exact counts. */
  readonly busiestZone: T;
  /** Persons of each bin joined at random to those of the next, keeping every number. */
  readonly randomLinking: T;
  /** The target is in the known zone that is nearest in time of day. */
  readonly anchorsOnly: T;
}

/** The zone with most persons in each bin, the first of equals. */
export function* busiestZones({ paths, bins, zoneOf }: Paths, zones: number): Steps<Int16Array> {
  const counts = new Int32Array(bins * zones);
  for (let path = 0; path < paths; path++) {
    for (let bin = 0; bin < bins; bin++) {
      const zone = zoneOf[path * bins + bin] ?? -1;
      if (zone >= 0) counts[bin * zones + zone] = (counts[bin * zones + zone] ?? 0) + 1;
    }
    if (path % 1000 === 0) yield;
  }
  return Int16Array.from({ length: bins }, (_, bin) => {
    const row = counts.subarray(bin * zones, (bin + 1) * zones);
    return row.indexOf(row.reduce((most, value) => Math.max(most, value), 0));
  });
}

/** The three guesses that do not depend on what the attacker reads. */
export function* fixedBaselines(
  list: readonly Target[],
  busiest: Int16Array,
  nights: Nights,
): Steps<Omit<Baselines<BinTally>, 'randomLinking'>> {
  const stayHome = tally(list, (_, zone, target) => isZone(list[target]?.home, zone));
  yield;
  const busiestZone = tally(list, (bin, zone) => isZone(busiest[bin], zone));
  yield;
  const anchorsOnly = tally(list, (bin, zone, target) =>
    isZone(nearestAnchor(list[target], bin, nights), zone),
  );
  yield;
  return { stayHome, busiestZone, anchorsOnly };
}

function isZone(guess: number | undefined, zone: number): number {
  return guess === zone ? 1 : 0;
}

/** Expected rightness of joining at random, from numbers of persons by bin and zone. */
export function randomLinking(list: readonly Target[], counts: Int32Array, zones: number): BinTally {
  const totals = new Float64Array(counts.length / zones);
  for (let bin = 0; bin < totals.length; bin++) {
    totals[bin] = counts.subarray(bin * zones, (bin + 1) * zones).reduce((sum, count) => sum + count, 0);
  }
  return tally(list, (bin, zone) => (counts[bin * zones + zone] ?? 0) / Math.max(totals[bin] ?? 0, 1));
}

function nearestAnchor(target: Target | undefined, bin: number, { binsPerDay, nightBins }: Nights): number {
  if (target === undefined) return -1;
  const apart = (other: number): number => {
    const between = Math.abs((bin % binsPerDay) - (other % binsPerDay));
    return Math.min(between, binsPerDay - between);
  };
  let [zone, least] = [target.home, apart((nightBins - 1) / 2)];
  for (const anchor of target.anchors) {
    if (apart(anchor) >= least) continue;
    least = apart(anchor);
    zone = target.path[anchor] ?? -1;
  }
  return zone;
}
