import type { Steps } from '../../protect/secondary/steps.ts';
import { nightZones, type Nights, type Paths } from './night-zones.ts';
import type { BinTally, Target } from './targets.ts';
import type { ZonePlane } from './zone-plane.ts';

/** A target's true path beside the trace that was recovered for it, zone by bin; -1 where the target was not seen. */
export interface RecoveredPath {
  readonly truth: Int16Array;
  readonly recovered: Int16Array;
  readonly awayBins: number;
  readonly awayRight: number;
}

/** How right the attacker is, per target, and the pick that was right in most bins away from home. */
export interface TraceScore {
  readonly hits: BinTally;
  readonly best: RecoveredPath | undefined;
}

/**
 * The anchored attacker: takes one of the traces that have the target's night zone (of the nearest night zone that has any) and
 * agree with most of its other anchors, each of these equally likely. Counts the expected number of bins in which the trace is right.
 */
export function* scoreTraces(
  list: readonly Target[],
  traces: Paths,
  nights: Nights,
  plane: ZonePlane,
): Steps<TraceScore> {
  const groups = byZone(nightZones(traces, nights));
  const hits = { all: new Float64Array(list.length), away: new Float64Array(list.length) };
  let best: Pick | undefined;
  for (const [at, target] of list.entries()) {
    const picks = agreeing(target, groups.get(nearestGroup(target.home, groups, plane)) ?? [], traces);
    const right = picks.map((trace) => compare(target, traces, trace));
    hits.all[at] = mean(right.map(({ all }) => all));
    hits.away[at] = mean(right.map(({ away }) => away));
    best = right.reduce(
      (found, pick) => (found === undefined || pick.away > found.away ? pick : found),
      best,
    );
    if (at % 4 === 0) yield;
  }
  return { hits, best: best && pathOf(best, traces) };
}

/** One trace taken for one target, and the number of bins in which it is right. */
interface Pick {
  readonly target: Target;
  readonly trace: number;
  readonly all: number;
  readonly away: number;
}

function byZone(zoneOf: Int16Array): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const [trace, zone] of zoneOf.entries()) {
    const group = groups.get(zone);
    if (group === undefined) groups.set(zone, [trace]);
    else group.push(trace);
  }
  return groups;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function nearestGroup(
  home: number,
  groups: ReadonlyMap<number, unknown>,
  { zones, distance }: ZonePlane,
): number {
  if (groups.has(home)) return home;
  let [best, least] = [-1, Infinity];
  for (const zone of groups.keys()) {
    const metres = distance[home * zones + zone] ?? Infinity;
    if (metres >= least) continue;
    least = metres;
    best = zone;
  }
  return best;
}

function agreeing({ path, anchors }: Target, group: readonly number[], traces: Paths): readonly number[] {
  if (anchors.length === 0) return group;
  const agreement = (trace: number): number =>
    anchors.filter((bin) => traces.zoneOf[trace * traces.bins + bin] === path[bin]).length;
  const most = Math.max(0, ...group.map(agreement));
  return group.filter((trace) => agreement(trace) === most);
}

function compare(target: Target, traces: Paths, trace: number): Pick {
  const { path, home, anchors } = target;
  const start = trace * traces.bins;
  let [all, away] = [0, 0];
  for (let bin = 0; bin < path.length; bin++) {
    const zone = path[bin] ?? -1;
    if (zone < 0 || zone !== traces.zoneOf[start + bin]) continue;
    if (anchors.length > 0 && anchors.includes(bin)) continue;
    all++;
    if (zone !== home) away++;
  }
  return { target, trace, all, away };
}

function pathOf({ target, trace, away }: Pick, traces: Paths): RecoveredPath {
  return {
    truth: target.path.slice(),
    recovered: traces.zoneOf.slice(trace * traces.bins, (trace + 1) * traces.bins),
    awayBins: target.path.filter((zone) => zone >= 0 && zone !== target.home).length,
    awayRight: away,
  };
}
