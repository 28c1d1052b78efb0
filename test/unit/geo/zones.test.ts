import { cellToLatLng, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { assignH3 } from '../../../shared/geo/assign-h3.ts';
import { assignPolygons } from '../../../shared/geo/assign-polygons.ts';
import { parseZones } from '../../../shared/geo/parse-zones.ts';

type Point = readonly [number, number];
const square = (x: number, y: number, size: number): readonly Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (id: unknown, ...rings: readonly (readonly Point[])[]): object => ({
  type: 'Feature',
  properties: { zone_id: id, name: `name of ${String(id)}` },
  geometry: { type: 'Polygon', coordinates: rings },
});
const parse = (...features: readonly object[]): ReturnType<typeof parseZones> =>
  parseZones(JSON.stringify({ type: 'FeatureCollection', features }), 'zones.geojson');
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
  }
  return 'nothing refused';
};

describe('polygon zones', () => {
  const zones = parse(
    feature('a', square(0, 0, 1)),
    feature('b', square(1, 0, 1)),
    feature('c', square(5, 5, 4), square(6, 6, 1)),
  );
  const zoneOf = (lon: number, lat: number): number =>
    assignPolygons(zones, Float64Array.of(lat), Float64Array.of(lon)).zoneOfCell[0] ?? -2;

  it('hold what lies inside, and neither what lies in a hole nor beside', () => {
    expect([zoneOf(0.5, 0.5), zoneOf(1.5, 0.5), zoneOf(5.5, 5.5), zoneOf(6.5, 6.5), zoneOf(3, 3)]).toEqual([
      0, 1, 2, -1, -1,
    ]);
  });

  it('share an edge without both or neither claiming a point on it', () => {
    for (const lat of [0, 0.25, 0.5, 0.999]) expect(zoneOf(1, lat)).toBe(1);
    expect(zoneOf(0, 0)).toBe(0);
  });

  it('may have more points than a call can take arguments', () => {
    const points = Array.from({ length: 300_000 }, (_, i): Point => {
      const angle = (i / 300_000) * 2 * Math.PI;
      return [Math.cos(angle), Math.sin(angle)];
    });
    const circle = [{ zoneId: 'o', name: 'o', polygons: [[[...points, [1, 0] as const]]] }];
    expect([
      ...assignPolygons(circle, Float64Array.of(0.1, 0.9), Float64Array.of(0.1, 0.9)).zoneOfCell,
    ]).toEqual([0, -1]);
  });

  it('are refused without an id, with one twice, with one no table carries, and where they are no polygons', () => {
    expect(codeOf(() => parse(feature(undefined, square(0, 0, 1))))).toBe('zone-id');
    expect(codeOf(() => parse(feature('a b', square(0, 0, 1))))).toBe('zone-id');
    expect(codeOf(() => parse(feature('a', square(0, 0, 1)), feature('a', square(1, 0, 1))))).toBe(
      'zone-id-twice',
    );
    expect(codeOf(() => parse(feature('a', square(4_500_000, 0, 1))))).toBe('zones-not-polygons');
    expect(codeOf(() => parse())).toBe('zones-not-polygons');
    expect(codeOf(() => parseZones('{', 'zones.geojson'))).toBe('zones-not-json');
  });
});

describe('grid zones', () => {
  it('are the H3 cells of the positions, once each, in order', () => {
    const latitude = Float64Array.of(-25.39, 51.3, -25.39, -25.3901);
    const longitude = Float64Array.of(31.7, 12.4, 31.7, 31.7001);
    const { shapes, zoneOfCell } = assignH3(6, latitude, longitude);
    expect(shapes.map(({ zoneId }) => zoneId)).toEqual(
      [...new Set(shapes.map(({ zoneId }) => zoneId))].toSorted(),
    );
    latitude.forEach((lat, cell) => {
      expect(shapes[zoneOfCell[cell] ?? -1]?.zoneId).toBe(latLngToCell(lat, longitude[cell] ?? 0, 6));
    });
    const [lat] = cellToLatLng(shapes[0]?.zoneId ?? '');
    const north = Math.max(...(shapes[0]?.polygons[0]?.[0] ?? []).map(([, y]) => y));
    expect(north).toBeGreaterThan(lat);
    expect(north - lat).toBeLessThan(0.1);
  });
});
