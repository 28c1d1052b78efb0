import { finished, type Steps } from '../base/steps.ts';
import type { Ring, ZoneAssignment, ZoneShape } from './zone-shape.ts';

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The first polygon zone, in file order, that contains each position (degrees WGS 84); -1 where none does. */
export function assignPolygons(
  shapes: readonly ZoneShape[],
  latitude: Float64Array,
  longitude: Float64Array,
): ZoneAssignment {
  return finished(assigningPolygons(shapes, latitude, longitude));
}

/** Positions that are placed in a step: each may have to be held against borders of many points. */
const positionsOfStep = 16;

/** As `assignPolygons`, with a step after some positions. */
export function* assigningPolygons(
  shapes: readonly ZoneShape[],
  latitude: Float64Array,
  longitude: Float64Array,
): Steps<ZoneAssignment> {
  const boxes = shapes.map(boxOf);
  const total = latitude.length;
  const zoneOfCell = new Int32Array(total);
  for (let cell = 0; cell < total; cell++) {
    const [lon, lat] = [longitude[cell] ?? 0, latitude[cell] ?? 0];
    zoneOfCell[cell] = shapes.findIndex((shape, zone) => {
      const box = boxes[zone];
      if (!box || lon < box.west || lon > box.east || lat < box.south || lat > box.north) return false;
      return shape.polygons.some((rings) => insideRings(rings, lon, lat));
    });
    if (cell % positionsOfStep === 0) yield { done: cell, total };
  }
  return { shapes, zoneOfCell };
}

/**
 * Whether a point lies inside a polygon with holes, by the even-odd rule over all its rings (Shimrat 1962). A point on
 * an edge belongs to the side with the larger coordinates, so polygons that share an edge never both claim it.
 */
export function insideRings(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i] ?? [0, 0];
      const [xj, yj] = ring[j] ?? [0, 0];
      if (yi > y !== yj > y && x < edgeCrossing([xi, yi], [xj, yj], y)) inside = !inside;
    }
  }
  return inside;
}

type Point = readonly [number, number];

function edgeCrossing(a: Point, b: Point, y: number): number {
  const [[x0, y0], [x1, y1]] = a[1] < b[1] ? [a, b] : [b, a];
  return x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
}

function boxOf(shape: ZoneShape): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of shape.polygons.flat(2)) {
    box.west = Math.min(box.west, x);
    box.south = Math.min(box.south, y);
    box.east = Math.max(box.east, x);
    box.north = Math.max(box.north, y);
  }
  return box;
}
