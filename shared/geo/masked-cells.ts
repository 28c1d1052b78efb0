import { Refusal } from '../base/failure.ts';
import { finished, type Steps } from '../base/steps.ts';
import type { SensitiveCategory, SensitivePlaces } from '../recipe/sensitive-places.ts';
import { insideRings } from './crossing-edges.ts';
import type { Ring } from './zone-shape.ts';

/** A place whose visitors must not be shown: a point (degrees WGS 84), or polygons with their holes. */
export interface SensitivePlace {
  readonly category: SensitiveCategory;
  readonly points: readonly (readonly [longitude: number, latitude: number])[];
  readonly polygons: readonly (readonly Ring[])[];
}

/** Positions of base cells, degrees, and how far each reaches, metres (0 where the reference does not say). */
export interface CellFootprints {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly range: Float64Array;
}

const metresPerDegree = 111_320;

/**
 * Marks with 1 every base cell whose footprint, a circle of its range, comes within `radiusMetres` of a place of the
 * categories. Distances are taken on a plane at the cell's latitude; within the 5 km that a radius may have the error stays below
 * one part in a thousand. Refuses categories when no place file was opened (`no-places`), so that nothing passes unmasked.
 */
export function maskedCells(
  places: readonly SensitivePlace[],
  sensitive: SensitivePlaces,
  cells: CellFootprints,
): Uint8Array {
  return finished(maskingCells(places, sensitive, cells));
}

/** As `maskedCells`, with a step after each cell. */
export function* maskingCells(
  places: readonly SensitivePlace[],
  { categories, radiusMetres }: SensitivePlaces,
  { latitude, longitude, range }: CellFootprints,
): Steps<Uint8Array> {
  if (categories.length > 0 && places.length === 0)
    throw new Refusal(
      'no-places',
      'The recipe masks sensitive places, but no file of places was opened: open one, or mask no category.',
    );
  const wanted = places.filter(({ category }) => categories.includes(category));
  const masked = new Uint8Array(latitude.length);
  if (wanted.length === 0) return masked;
  for (const [cell, lat] of latitude.entries()) {
    const lon = longitude[cell] ?? 0;
    const reach = radiusMetres + (range[cell] ?? 0);
    masked[cell] = wanted.some((place) => isWithin(place, lon, lat, reach)) ? 1 : 0;
    yield { done: cell, total: latitude.length };
  }
  return masked;
}

function isWithin({ points, polygons }: SensitivePlace, lon: number, lat: number, reach: number): boolean {
  const east = metresPerDegree * Math.cos((lat * Math.PI) / 180);
  const plane = ([x, y]: readonly [number, number]): readonly [number, number] => [
    (x - lon) * east,
    (y - lat) * metresPerDegree,
  ];
  if (points.some((point) => Math.hypot(...plane(point)) <= reach)) return true;
  return polygons.some(
    (rings) => insideRings(rings, lon, lat) || rings.some((ring) => distanceToRing(ring.map(plane)) <= reach),
  );
}

/** Distance of the origin from a closed line. */
function distanceToRing(ring: readonly (readonly [number, number])[]): number {
  let nearest = Infinity;
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1] ?? [0, 0];
    const [x1, y1] = ring[i] ?? [0, 0];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x0 * dx + y0 * dy) / length));
    nearest = Math.min(nearest, Math.hypot(x0 + along * dx, y0 + along * dy));
  }
  return nearest;
}
