import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Point } from 'geojson';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';
import { labelPoint, ringArea } from './label-point.ts';
import { outerBorders } from './outer-borders.ts';

/** The zones as features whose id is the zone index. */
export function zoneFeatures(shapes: readonly ZoneShape[]): FeatureCollection<MultiPolygon> {
  const features = shapes.map((shape, zone): Feature<MultiPolygon> => ({
    type: 'Feature',
    id: zone,
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: shape.polygons },
  }));
  return { type: 'FeatureCollection', features };
}

/** The borders of the zones, by the same ids. */
export function borderFeatures(shapes: readonly ZoneShape[]): FeatureCollection<MultiLineString> {
  return { type: 'FeatureCollection', features: shapes.map(borderFeature) };
}

/** The border of one zone. */
export function borderFeature({ polygons }: ZoneShape, zone: number): Feature<MultiLineString> {
  const coordinates = outerBorders(polygons).map((line) => line.map((place) => [...place]));
  return { type: 'Feature', id: zone, properties: {}, geometry: { type: 'MultiLineString', coordinates } };
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

/** Whether a name says more than the identifier; that of a parent area is its name. */
function isNamed({ name, zoneId, level }: ZoneShape): boolean {
  if (name === '') return false;
  return name !== zoneId || (level > 0 && !/^[0-9a-f]{15}$/.test(name));
}

/** One point a zone inside its largest polygon, with its name; a zone whose name is only its identifier has none. */
export function labelFeatures(shapes: readonly ZoneShape[]): FeatureCollection<Point> {
  const features: Feature<Point>[] = [];
  shapes.forEach((shape, zone) => {
    const largest = shape.polygons.toSorted(
      (a, b) => Math.abs(ringArea(b[0] ?? [])) - Math.abs(ringArea(a[0] ?? [])),
    )[0];
    if (largest === undefined || !isNamed(shape)) return;
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
