import { finished, type Steps } from '../base/steps.ts';
import { banding, type Bands } from './bands.ts';
import { bandingEdges, insideRings, type BandedEdges } from './crossing-edges.ts';
import type { Ring, ZoneAssignment, ZoneShape } from './zone-shape.ts';

/** Polygons with more corners than this have their edges sorted first. */
const manyCorners = 256;
/** So much is done in a step: corners looked at, and zones whose box is. */
const workOfStep = 1 << 16;
const zonesOfStep = 256;

/** Zones as they are looked through for a position: in the order of the file, those first that may lie at its height. */
interface Zones {
  readonly boxes: readonly Box[];
  readonly byHeight: Bands;
  readonly polygons: readonly (readonly (readonly Ring[])[])[];
  /** Polygons of many corners, by their rings. */
  readonly banded: ReadonlyMap<readonly Ring[], BandedEdges>;
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly corners: number;
}

/** The first polygon zone, in file order, that contains each position (degrees WGS 84); -1 where none does. */
export function assignPolygons(
  shapes: readonly ZoneShape[],
  latitude: Float64Array,
  longitude: Float64Array,
): ZoneAssignment {
  return finished(assigningPolygons(shapes, latitude, longitude));
}

/** As `assignPolygons`, with steps on the way. */
export function* assigningPolygons(
  shapes: readonly ZoneShape[],
  latitude: Float64Array,
  longitude: Float64Array,
): Steps<ZoneAssignment> {
  const zones = yield* prepared(shapes);
  const total = latitude.length;
  const zoneOfCell = new Int32Array(total);
  let work = 0;
  for (let cell = 0; cell < total; cell++) {
    const [lon, lat] = [longitude[cell] ?? 0, latitude[cell] ?? 0];
    const near = zones.byHeight.at(lat);
    zoneOfCell[cell] = near.find((zone) => holds(zones, zone, lon, lat)) ?? -1;
    work += near.length + manyCorners;
    if (work < workOfStep) continue;
    work = 0;
    yield { done: cell, total };
  }
  return { shapes, zoneOfCell };
}

function holds({ boxes, polygons, banded }: Zones, zone: number, lon: number, lat: number): boolean {
  const box = boxes[zone];
  if (!box || lon < box.west || lon > box.east || lat < box.south || lat > box.north) return false;
  return (polygons[zone] ?? []).some(
    (rings) => banded.get(rings)?.holds(lon, lat) ?? insideRings(rings, lon, lat),
  );
}

function* prepared(shapes: readonly ZoneShape[]): Steps<Zones> {
  const boxes: Box[] = [];
  const banded = new Map<readonly Ring[], BandedEdges>();
  for (const { polygons } of shapes) {
    if (boxes.length % zonesOfStep === 0) yield { done: boxes.length, total: shapes.length };
    const box = yield* boxing(polygons);
    boxes.push(box);
    if (box.corners <= manyCorners) continue;
    for (const rings of polygons) banded.set(rings, yield* bandingEdges(rings));
  }
  const byHeight = yield* banding(
    Float64Array.from(boxes, ({ south }) => south),
    Float64Array.from(boxes, ({ north }) => north),
  );
  return { boxes, byHeight, banded, polygons: shapes.map(({ polygons }) => polygons) };
}

function* boxing(polygons: ZoneShape['polygons']): Steps<Box> {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity, corners: 0 };
  for (const ring of polygons.flat())
    for (const [x, y] of ring) {
      box.west = Math.min(box.west, x);
      box.south = Math.min(box.south, y);
      box.east = Math.max(box.east, x);
      box.north = Math.max(box.north, y);
      if (++box.corners % workOfStep === 0) yield { done: 0, total: 1 };
    }
  return box;
}
