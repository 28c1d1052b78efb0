/** Paths over one or more whole days: the zone of path p in bin t at `p * bins + t`. */
export interface Paths {
  readonly paths: number;
  readonly bins: number;
  readonly zoneOf: Int16Array;
}

/** When it is night: the first `nightBins` of every `binsPerDay`. */
export interface Nights {
  readonly binsPerDay: number;
  readonly nightBins: number;
  readonly zones: number;
}

/** The zone in which each path is most often at night, the first to get there of equals; -1 for one that is nowhere (-1) every night. */
export function nightZones({ paths, bins, zoneOf }: Paths, nights: Nights): Int16Array {
  const found = new Int16Array(paths);
  const seen = new Int32Array(nights.zones);
  for (let path = 0; path < paths; path++) {
    const own = zoneOf.subarray(path * bins, (path + 1) * bins);
    found[path] = oftenest(own, nights, seen);
  }
  return found;
}

function oftenest(path: Int16Array, { binsPerDay, nightBins }: Nights, seen: Int32Array): number {
  let [best, most] = [-1, 0];
  for (let midnight = 0; midnight < path.length; midnight += binsPerDay) {
    for (let bin = midnight; bin < midnight + nightBins; bin++) {
      const zone = path[bin] ?? -1;
      if (zone < 0) continue;
      const times = (seen[zone] ?? 0) + 1;
      seen[zone] = times;
      if (times <= most) continue;
      most = times;
      best = zone;
    }
  }
  for (let midnight = 0; midnight < path.length; midnight += binsPerDay) {
    for (let bin = midnight; bin < midnight + nightBins; bin++) seen[path[bin] ?? 0] = 0;
  }
  return best;
}
