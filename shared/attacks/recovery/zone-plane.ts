/** Zones on a plane, as the movement models need them. */
export interface ZonePlane {
  readonly zones: number;
  /** Metres between zones a and b at `a * zones + b`. */
  readonly distance: Float64Array;
  /** The zone nearest to where somebody gets who goes on from `before` through `now` at the same speed. */
  readonly onwards: (before: number, now: number) => number;
}

/** From centres in metres, east and north in turn. Of zones equally near the first is taken. */
export function zonePlane(centres: Float64Array): ZonePlane {
  const zones = centres.length / 2;
  const distance = new Float64Array(zones * zones);
  const squared = (zone: number, east: number, north: number): number =>
    ((centres[2 * zone] ?? 0) - east) ** 2 + ((centres[2 * zone + 1] ?? 0) - north) ** 2;
  for (let a = 0; a < zones; a++) {
    for (let b = 0; b < zones; b++) {
      distance[a * zones + b] = Math.sqrt(squared(a, centres[2 * b] ?? 0, centres[2 * b + 1] ?? 0));
    }
  }
  const known = new Int16Array(zones * zones).fill(-1);
  const nearest = (east: number, north: number): number => {
    let best = 0;
    for (let zone = 1; zone < zones; zone++) {
      if (squared(zone, east, north) < squared(best, east, north)) best = zone;
    }
    return best;
  };
  const ahead = (before: number, now: number, axis: number): number =>
    2 * (centres[2 * now + axis] ?? 0) - (centres[2 * before + axis] ?? 0);
  const onwards = (before: number, now: number): number => {
    if (before === now) return now;
    const at = before * zones + now;
    const found = known[at] ?? -1;
    if (found >= 0) return found;
    return (known[at] = nearest(ahead(before, now, 0), ahead(before, now, 1)));
  };
  return { zones, distance, onwards };
}

const metresPerDegree = 111_195;

/**
 * Centres in metres from longitude and latitude in turn (degrees), on the plane that touches at their middle latitude:
 * right within a percent for an area of a few hundred kilometres.
 */
export function centresOfDegrees(degrees: Float64Array): Float64Array {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 1; at < degrees.length; at += 2) {
    low = Math.min(low, degrees[at] ?? 0);
    high = Math.max(high, degrees[at] ?? 0);
  }
  const shrink = Math.cos(((low + high) / 2) * (Math.PI / 180));
  return degrees.map((value, at) => value * metresPerDegree * (at % 2 === 0 ? shrink : 1));
}
