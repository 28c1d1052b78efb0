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
export function entropyGain(before: Paths, after: Paths, bins: number, zones: number): EntropyGain {
  const weight = Float64Array.from({ length: bins + after.bins + 1 }, (_, n) =>
    n === 0 ? 0 : n * Math.log(n),
  );
  const seen = new Uint16Array(before.paths * zones);
  const earlier = new Float64Array(before.paths);
  for (let row = 0; row < before.paths; row++) {
    for (let bin = 0; bin < bins; bin++) {
      const at = row * zones + (before.zoneOf[row * before.bins + bin] ?? 0);
      earlier[row] = (earlier[row] ?? 0) + (weight[(seen[at] ?? 0) + 1] ?? 0) - (weight[seen[at] ?? 0] ?? 0);
      seen[at] = (seen[at] ?? 0) + 1;
    }
  }
  const visits = visitsOf(after, zones);
  const all = bins + after.bins;
  const apart = (weight[all] ?? 0) - (weight[bins] ?? 0) - (weight[after.bins] ?? 0);
  const of = (row: number, day: number): number => {
    let together = 0;
    for (let at = visits.starts[day] ?? 0; at < (visits.starts[day + 1] ?? 0); at++) {
      const first = seen[row * zones + (visits.zones[at] ?? 0)] ?? 0;
      const second = visits.counts[at] ?? 0;
      together += (weight[first + second] ?? 0) - (weight[first] ?? 0) - (weight[second] ?? 0);
    }
    return (apart - together) / all;
  };
  return { of };
}

function visitsOf({ paths, bins, zoneOf }: Paths, zones: number): Visits {
  const starts = new Uint32Array(paths + 1);
  const [zoneList, counts] = [new Int16Array(paths * bins), new Uint16Array(paths * bins)];
  const place = new Int32Array(zones).fill(-1);
  let end = 0;
  for (let path = 0; path < paths; path++) {
    const start = end;
    for (let bin = 0; bin < bins; bin++) {
      const zone = zoneOf[path * bins + bin] ?? 0;
      const known = place[zone] ?? -1;
      const at = known >= start ? known : end++;
      place[zone] = at;
      zoneList[at] = zone;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    starts[path + 1] = end;
  }
  return { starts, zones: zoneList.subarray(0, end), counts: counts.subarray(0, end) };
}
