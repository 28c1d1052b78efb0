import type { Steps } from '../../protect/secondary/steps.ts';
import type { Paths } from './night-zones.ts';

/**
 * How little two stretches of path fit together: entropy (nats) of the zones of both in one, less that of each weighed by its length
 * (Xu et al. 2017, step three). 0 where both visit the same zones equally often.
 */
export interface EntropyGain {
  /** Of row `row` of the longer paths and day path `day`. */
  readonly of: (row: number, day: number) => number;
}

interface Visits {
  readonly starts: Uint32Array;
  readonly zones: Int16Array;
  readonly counts: Uint16Array;
}

/** Between `before` (only its first `bins` bins count) and the day paths `after`. */
export function* entropyGain(before: Paths, after: Paths, bins: number, zones: number): Steps<EntropyGain> {
  const all = bins + after.bins;
  const weight = Float64Array.from({ length: all + 1 }, (_, times) =>
    times === 0 ? 0 : times * Math.log(times),
  );
  const weightOf = (times: number): number => weight[times] ?? 0;
  const seen = visitsByZone(before, bins, zones);
  yield;
  const { starts, zones: visited, counts } = yield* visitsOf(after, zones);
  const apart = weightOf(all) - weightOf(bins) - weightOf(after.bins);
  const together = (first: number, second: number): number =>
    weightOf(first + second) - weightOf(first) - weightOf(second);
  const of = (row: number, day: number): number => {
    let less = 0;
    const end = starts[day + 1] ?? 0;
    for (let at = starts[day] ?? 0; at < end; at++) {
      less += together(seen[row * zones + (visited[at] ?? 0)] ?? 0, counts[at] ?? 0);
    }
    return (apart - less) / all;
  };
  return { of };
}

function visitsByZone({ paths, bins: width, zoneOf }: Paths, bins: number, zones: number): Uint16Array {
  const seen = new Uint16Array(paths * zones);
  for (let path = 0; path < paths; path++) {
    for (const zone of zoneOf.subarray(path * width, path * width + bins)) {
      seen[path * zones + zone] = (seen[path * zones + zone] ?? 0) + 1;
    }
  }
  return seen;
}

const pathsPerStep = 10_000;

function* visitsOf({ paths, bins, zoneOf }: Paths, zones: number): Steps<Visits> {
  const starts = new Uint32Array(paths + 1);
  const [visited, counts] = [new Int16Array(paths * bins), new Uint16Array(paths * bins)];
  const place = new Int32Array(zones).fill(-1);
  let end = 0;
  for (let path = 0; path < paths; path++) {
    const start = end;
    for (let bin = path * bins; bin < (path + 1) * bins; bin++) {
      const zone = zoneOf[bin] ?? 0;
      const known = place[zone] ?? -1;
      const at = known >= start ? known : end++;
      place[zone] = at;
      visited[at] = zone;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    starts[path + 1] = end;
    if (path % pathsPerStep === 0) yield;
  }
  return { starts, zones: visited, counts };
}
