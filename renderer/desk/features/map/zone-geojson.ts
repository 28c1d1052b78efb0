import type { Feature, FeatureCollection, MultiPolygon, Point } from 'geojson';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';
import { labelPoint, ringArea } from './label-point.ts';

/** The zones as features whose id is the zone index. */
export function zoneFeatures(shapes: readonly ZoneShape[]): FeatureCollection<MultiPolygon> {
  return { type: 'FeatureCollection', features: shapes.map((shape, zone) => zoneFeature(shape, zone)) };
}

/** One zone as a feature. */
export function zoneFeature(shape: ZoneShape, zone: number): Feature<MultiPolygon> {
  return {
    type: 'Feature',
    id: zone,
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: shape.polygons },
  };
}

/** West, south, east, north of all zones in degrees; `undefined` without a point. */
export function zoneBounds(
  shapes: readonly ZoneShape[],
): readonly [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes)
    for (const polygon of shape.polygons)
      for (const [x, y] of polygon[0] ?? []) {
        [west, south] = [Math.min(west, x), Math.min(south, y)];
        [east, north] = [Math.max(east, x), Math.max(north, y)];
      }
  return west <= east ? [west, south, east, north] : undefined;
}

/** Width of a letter of a label in pixels, on average. */
const letterWidth = 7.6;
const worldWidthAtZoomZero = 512;

/** The zoom from which a name of so many letters fits into a zone so many degrees wide. */
export function labelZoom(letters: number, widthDegrees: number): number {
  if (widthDegrees <= 0) return 24;
  const pixels = (widthDegrees / 360) * worldWidthAtZoomZero;
  return Math.min(24, Math.max(0, Math.log2((letters * letterWidth) / pixels)));
}

/** How much wider than its zone a name may be before it is left out. */
const overhang = 1.25;

/** One point a zone inside its largest polygon, with its name; a zone whose name is only its identifier has none. */
export function labelFeatures(shapes: readonly ZoneShape[]): FeatureCollection<Point> {
  const features: Feature<Point>[] = [];
  shapes.forEach((shape, zone) => {
    const largest = shape.polygons.toSorted(
      (a, b) => Math.abs(ringArea(b[0] ?? [])) - Math.abs(ringArea(a[0] ?? [])),
    )[0];
    if (largest === undefined || shape.name === '' || shape.name === shape.zoneId) return;
    const { point, width } = labelPoint(largest);
    features.push({
      type: 'Feature',
      id: zone,
      properties: { name: shape.name, width, from: labelZoom(shape.name.length, width * overhang) },
      geometry: { type: 'Point', coordinates: [...point] },
    });
  });
  return { type: 'FeatureCollection', features };
}
