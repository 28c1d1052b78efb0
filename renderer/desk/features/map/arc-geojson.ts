import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { Arcs, ZoneShape } from '../../../../shared/ipc/view.ts';
import { arcWidth } from './arc-scale.ts';
import { mercator } from './covered-zones.ts';
import { labelPoint, ringArea } from './label-point.ts';

/** Flows as curves whose id is their index, and the heads that say which way they go. */
export interface ArcFeatures {
  readonly lines: FeatureCollection<LineString>;
  readonly heads: FeatureCollection<Point>;
}

type Place = readonly [number, number];

/** How far a curve leaves the straight line, as a share of its length: to the right, so that both ways lie apart. */
const bend = 0.18;
/** Where on the way from zone to zone a curve begins and ends, so that names and heads have room. */
const begin = 0.05;
const end = 0.88;
const pieces = 24;

export const noArcs: ArcFeatures = {
  lines: { type: 'FeatureCollection', features: [] },
  heads: { type: 'FeatureCollection', features: [] },
};

/** A place well inside each zone, in the Mercator world of 0 to 1. */
export function zoneCentres(shapes: readonly ZoneShape[]): readonly (Place | undefined)[] {
  return shapes.map(({ polygons }) => {
    const largest = polygons.toSorted(
      (a, b) => Math.abs(ringArea(b[0] ?? [])) - Math.abs(ringArea(a[0] ?? [])),
    )[0];
    if (largest === undefined) return undefined;
    const [longitude, latitude] = labelPoint(largest).point;
    return mercator(longitude, latitude);
  });
}

/** The flows as curves between places; `most` is the figure of the widest line. Flows to and from nowhere are left out. */
export function arcFeatures(arcs: Arcs, centres: readonly (Place | undefined)[], most: number): ArcFeatures {
  const lines: Feature<LineString>[] = [];
  const heads: Feature<Point>[] = [];
  arcs.value.forEach((persons, i) => {
    const from = centres[arcs.from[i] ?? -1];
    const to = centres[arcs.to[i] ?? -1];
    if (from === undefined || to === undefined) return;
    const curve = curvePlaces(from, to);
    const width = arcWidth(persons, most);
    const properties = { width, order: -persons };
    const coordinates = curve.map((place) => [...degrees(place)]);
    lines.push({ type: 'Feature', id: i, properties, geometry: { type: 'LineString', coordinates } });
    const [last = from, before = from] = [curve.at(-1), curve.at(-2)];
    heads.push({
      type: 'Feature',
      id: i,
      properties: { bearing: bearing(before, last), size: headSize(width), order: -persons },
      geometry: { type: 'Point', coordinates: [...degrees(last)] },
    });
  });
  return {
    lines: { type: 'FeatureCollection', features: lines },
    heads: { type: 'FeatureCollection', features: heads },
  };
}

/** Points of a curve from one place to another, from `begin` to `end` of the way. */
export function curvePlaces([ax, ay]: Place, [bx, by]: Place): readonly Place[] {
  const [dx, dy] = [bx - ax, by - ay];
  const [cx, cy] = [(ax + bx) / 2 - dy * bend, (ay + by) / 2 + dx * bend];
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const t = begin + ((end - begin) * i) / pieces;
    const [a, c, b] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * ax + c * cx + b * bx, a * ay + c * cy + b * by];
  });
}

/** Direction in degrees clockwise from north. */
export function bearing([ax, ay]: Place, [bx, by]: Place): number {
  return (Math.atan2(bx - ax, ay - by) * 180) / Math.PI;
}

/** Size of the head of a line: wider than the line itself. */
function headSize(width: number): number {
  return (width * 1.5 + 6) / 16;
}

/** A place of the Mercator world in degrees. */
function degrees([x, y]: Place): Place {
  return [(x - 0.5) * 360, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}
