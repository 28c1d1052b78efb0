import { degrees } from './column-shape.ts';
import type { ColumnRole } from './profile.ts';

/** A rectangle of degrees WGS 84. */
export interface Area {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** How far beyond its points an area reaches, degrees, so that what stands at its border is in it. */
const margin = 0.5;

/** The rectangle around points, and a margin; `undefined` where there is none. */
export function areaAround(
  points: Iterable<readonly [longitude: number, latitude: number]>,
): Area | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  if (west > east) return undefined;
  return { west: west - margin, south: south - margin, east: east + margin, north: north + margin };
}

/** Whether a position lies in an area. */
export function isIn({ west, south, east, north }: Area, longitude: number, latitude: number): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** Positions of rows, as [longitude, latitude]; those that state none, or 0, 0, are left out. Empty where no column has the role. */
export function positionsOf(
  roles: readonly ColumnRole[],
  rows: readonly (readonly string[])[],
  inDegrees: (text: string) => number = degrees,
): readonly (readonly [longitude: number, latitude: number])[] {
  const [x, y] = [roles.indexOf('longitude'), roles.indexOf('latitude')];
  if (x === -1 || y === -1) return [];
  return rows
    .map((row) => [inDegrees(row[x]?.trim() ?? ''), inDegrees(row[y]?.trim() ?? '')] as const)
    .filter(
      ([east, north]) => Number.isFinite(east) && Number.isFinite(north) && (east !== 0 || north !== 0),
    );
}
