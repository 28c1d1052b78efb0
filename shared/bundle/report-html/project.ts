import type { ZoneCollection } from '../zones.ts';

type Feature = ZoneCollection['features'][number];
type Ring = readonly (readonly number[])[];

/** The picture a map is drawn into, in whole units. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** A ring of [longitude, latitude] as the data of an SVG path; empty where nothing of it is left. */
  readonly path: (ring: Ring) => string;
}

const longest = { width: 1000, height: 760 };

/**
 * The frame that holds all `features`: degrees east shortened by the cosine of the middle latitude, north up. Only sums, products and
 * roundings are used, which come out the same on every machine.
 */
export function frameOf(features: readonly Feature[]): Frame {
  const bounds = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [longitude = 0, latitude = 0] of features.flatMap(({ geometry }) => ringsOf(geometry).flat())) {
    bounds.west = Math.min(bounds.west, longitude);
    bounds.east = Math.max(bounds.east, longitude);
    bounds.south = Math.min(bounds.south, latitude);
    bounds.north = Math.max(bounds.north, latitude);
  }
  const shrink = cosine((bounds.south + bounds.north) / 2);
  const wide = Math.max(1e-6, (bounds.east - bounds.west) * shrink);
  const high = Math.max(1e-6, bounds.north - bounds.south);
  const scale = Math.min(longest.width / wide, longest.height / high);
  const at = ([longitude = 0, latitude = 0]: readonly number[]): readonly [number, number] => [
    Math.round((longitude - bounds.west) * shrink * scale),
    Math.round((bounds.north - latitude) * scale),
  ];
  return {
    width: Math.round(wide * scale),
    height: Math.max(1, Math.round(high * scale)),
    path: (ring) => pathOf(ring.map(at)),
  };
}

/** All rings of a polygon or of several. */
export function ringsOf({ type, coordinates }: Feature['geometry']): readonly Ring[] {
  return type === 'Polygon' ? coordinates : coordinates.flat();
}

/** A closed path in steps from point to point; points that fall together with the one before are left out. */
function pathOf(points: readonly (readonly [number, number])[]): string {
  const [first] = points;
  if (first === undefined) return '';
  let [x, y] = first;
  const steps: string[] = [];
  for (const [nextX, nextY] of points.slice(1)) {
    if (nextX === x && nextY === y) continue;
    steps.push(`${nextX - x} ${nextY - y}`);
    [x, y] = [nextX, nextY];
  }
  return steps.length < 2 ? '' : `M${first.join(' ')}l${steps.join(' ')}z`;
}

/** The cosine of an angle in degrees, from -90 to 90, by its power series. */
function cosine(degrees: number): number {
  const square = ((degrees * Math.PI) / 180) ** 2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 12; n += 1) {
    term = (-term * square) / ((2 * n - 1) * (2 * n));
    sum += term;
  }
  return Math.max(0.01, sum);
}
