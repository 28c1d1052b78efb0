import type { Steps } from '../../protect/secondary/steps.ts';
import type { SeededRandom } from '../random.ts';
import { assign } from './assign.ts';
import { entropyGain, type EntropyGain } from './entropy-gain.ts';
import { nightZones, type Nights, type Paths } from './night-zones.ts';

/** What is joined: the first `bins` bins of `traces` with one day path each; at most `candidates` are tried for a home group. */
export interface DayJoin {
  readonly traces: Paths;
  readonly bins: number;
  readonly day: Paths;
  readonly nights: Nights;
  readonly candidates: number;
}

/**
 * The day path that goes on from each trace: within groups of the same night zone the assignment of least entropy gain, then the same
 * among what is left over (Xu et al. 2017, step three). No day path is given twice.
 */
export function* linkDays(join: DayJoin, random: SeededRandom): Steps<Int32Array> {
  const { traces, bins, day, nights, candidates } = join;
  const gain = yield* entropyGain(traces, day, bins, nights.zones);
  yield;
  const daysBy = groupsOf(nightZones(day, nights), nights.zones);
  yield;
  const rowsBy = groupsOf(nightsSoFar(join), nights.zones);
  const found = new Int32Array(traces.paths).fill(-1);
  const [rowsLeft, daysLeft]: [number[], number[]] = [[], []];
  for (let zone = 0; zone < nights.zones; zone++) {
    const [rows, days] = [rowsBy[zone] ?? [], daysBy[zone] ?? []];
    yield* matchGroup({ rows, days, found, limit: candidates }, gain, random);
    const taken = new Set(rows.map((row) => found[row]));
    rowsLeft.push(...rows.filter((row) => found[row] === -1));
    for (const path of days) if (!taken.has(path)) daysLeft.push(path);
  }
  while (rowsLeft.length > 0) {
    const rows = rowsLeft.splice(0, candidates);
    yield* matchGroup({ rows, days: daysLeft, found, limit: candidates }, gain, random);
    const taken = new Set(rows.map((row) => found[row]));
    daysLeft.splice(0, daysLeft.length, ...daysLeft.filter((path) => !taken.has(path)));
  }
  return found;
}

function nightsSoFar({ traces, bins, nights }: DayJoin): Int16Array {
  const zoneOf = new Int16Array(traces.paths * bins);
  for (let path = 0; path < traces.paths; path++) {
    const start = path * traces.bins;
    zoneOf.set(traces.zoneOf.subarray(start, start + bins), path * bins);
  }
  return nightZones({ paths: traces.paths, bins, zoneOf }, nights);
}

function groupsOf(zoneOf: Int16Array, zones: number): readonly number[][] {
  const groups: number[][] = Array.from({ length: zones }, () => []);
  for (const [path, zone] of zoneOf.entries()) groups[zone]?.push(path);
  return groups;
}

interface Group {
  readonly rows: readonly number[];
  readonly days: readonly number[];
  readonly found: Int32Array;
  readonly limit: number;
}

function* matchGroup(
  { rows, days, found, limit }: Group,
  gain: EntropyGain,
  random: SeededRandom,
): Steps<void> {
  const chosen = drawn(days, Math.max(limit, rows.length), random);
  const isTurned = rows.length > chosen.length;
  const [few, many] = isTurned ? [chosen, rows] : [rows, chosen];
  if (few.length === 0) return;
  const cost = new Float64Array(few.length * many.length);
  for (const [a, one] of few.entries()) {
    for (const [b, other] of many.entries()) {
      cost[a * many.length + b] = isTurned ? gain.of(other, one) : gain.of(one, other);
    }
    yield;
  }
  const columnOf = yield* assign({ rows: few.length, columns: many.length, cost });
  for (const [a, column] of columnOf.entries()) {
    const [one, other] = [few[a] ?? 0, many[column] ?? 0];
    if (isTurned) found[other] = one;
    else found[one] = other;
  }
}

function drawn(from: readonly number[], limit: number, random: SeededRandom): readonly number[] {
  if (from.length <= limit) return from;
  const pool = [...from];
  for (let at = 0; at < limit; at++) {
    const other = at + random.below(pool.length - at);
    [pool[at], pool[other]] = [pool[other] ?? 0, pool[at] ?? 0];
  }
  return pool.slice(0, limit);
}
