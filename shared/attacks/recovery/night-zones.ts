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

/** The zone in which each path is most often at night, the first of equals; -1 for one that is nowhere (-1) every night. */
export function nightZones(
  { paths, bins, zoneOf }: Paths,
  { binsPerDay, nightBins, zones }: Nights,
): Int16Array {
  const found = new Int16Array(paths);
  const seen = new Int32Array(zones);
  for (let path = 0; path < paths; path++) {
    seen.fill(0);
    let [best, most] = [-1, 0];
    for (
      let bin = 0;
      bin < bins;
      bin += bin % binsPerDay === nightBins - 1 ? binsPerDay - nightBins + 1 : 1
    ) {
      const zone = zoneOf[path * bins + bin] ?? -1;
      if (zone >= 0) seen[zone] = (seen[zone] ?? 0) + 1;
    }
    for (let zone = 0; zone < zones; zone++) {
      if ((seen[zone] ?? 0) <= most) continue;
      most = seen[zone] ?? 0;
      best = zone;
    }
    found[path] = best;
  }
  return found;
}
