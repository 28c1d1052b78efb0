import { describe, expect, it } from 'vitest';
import { demoTown } from '../../../shared/demo/town.ts';
import { overlappingZones, refuseOverlaps } from '../../../shared/geo/overlapping-zones.ts';
import type { Ring, ZoneShape } from '../../../shared/geo/zone-shape.ts';

/** Degrees of a number of metres on a plane that touches the Earth at the equator. */
const degrees = (metres: number): number => metres / 111_320;
const ring = (...points: readonly (readonly [number, number])[]): Ring =>
  [...points, ...points.slice(0, 1)].map(([x, y]) => [degrees(x), degrees(y)]);
const box = (west: number, south: number, east: number, north: number): Ring =>
  ring([west, south], [east, south], [east, north], [west, north]);
const zones = (...rings: readonly (readonly Ring[])[]): readonly ZoneShape[] =>
  rings.map((polygon, i) => ({ zoneId: `z${i}`, name: `Zone ${i}`, polygons: [polygon] }));
const square = box(0, 0, 1000, 1000);

describe('overlapping zones', () => {
  it.each<readonly [string, Ring]>([
    ['a corner of one lies in the other', box(900, 900, 2000, 2000)],
    ['they cross and no corner lies inside', box(400, -500, 600, 1500)],
    ['one lies inside the other', box(300, 300, 700, 700)],
    ['one lies around the other', box(-1, -1, 1500, 1500)],
    ['they are the same', square],
    [
      'they are the same from another corner on, the other way round',
      ring([1000, 0], [0, 0], [0, 1000], [1000, 1000]),
    ],
    ['they share three borders', box(0, 0, 500, 1000)],
    [
      'they share four corners of eight',
      ring([0, 0], [1000, 0], [1000, 500], [500, 500], [500, 1000], [0, 1000]),
    ],
    ['a strip of three metres is in both', box(997, 0, 2000, 1000)],
    ['a spike reaches in', ring([1000, 0], [2000, 0], [2000, 1000], [1000, 520], [980, 510], [1000, 500])],
    [
      'a border zigzags across',
      ring([1005, 0], [2000, 0], [2000, 1000], [1005, 1000], [995, 600], [1005, 300]),
    ],
  ])('are found where %s', (_, other) => {
    expect(overlappingZones(zones([square], [other]))).toEqual([0, 1]);
    expect(overlappingZones(zones([other], [square]))).toEqual([0, 1]);
  });

  it.each<readonly [string, readonly Ring[]]>([
    ['share a border', [box(1000, 0, 2000, 1000)]],
    ['share part of a border, with a corner in its middle', [ring([1000, 200], [1000, 700], [2000, 400])]],
    ['share a corner', [box(1000, 1000, 2000, 2000)]],
    ['differ by a sliver of half a metre', [box(999.5, 0, 2000, 1000)]],
    [
      'have a border that was rounded differently on each side',
      [ring([1000, 0], [2000, 0], [2000, 1000], [1000, 1000], [999.7, 700], [1000.3, 300])],
    ],
    ['lie apart', [box(1500, 0, 2000, 1000)]],
    ['lie in the hole of the other', [box(-500, -500, 1500, 1500), square]],
    [
      'lie in the bay of the other',
      [ring([-10, -10], [1200, -10], [1200, 1200], [1100, 1200], [1100, 0], [0, 0], [0, 1200], [-10, 1200])],
    ],
  ])('are not those that %s', (_, other) => {
    expect(overlappingZones(zones([square], other))).toBeUndefined();
    expect(overlappingZones(zones(other, [square]))).toBeUndefined();
  });

  it('are found in any part of a zone, among many, and named', () => {
    const tiles = Array.from({ length: 400 }, (_, i) => {
      const [x, y] = [(i % 20) * 1000, Math.floor(i / 20) * 1000];
      return [box(x, y, x + 1000, y + 1000)];
    });
    const far = box(50_000, 50_000, 51_000, 51_000);
    expect(overlappingZones(zones(...tiles, [far]))).toBeUndefined();
    const many = zones(...tiles, [far]).map((zone, i) =>
      i === 400 ? { ...zone, polygons: [[far], [box(7200, 9200, 7300, 9300)]] } : zone,
    );
    expect(overlappingZones(many)).toEqual([187, 400]);
    expect(() => refuseOverlaps(many, 'zones.json')).toThrow(/zones z187 and z400 of zones\.json overlap/);
    expect(() => refuseOverlaps(many.slice(0, 400), 'zones.json')).not.toThrow();
  });

  it('are none in the demo, whose districts share bent borders', () => {
    for (const preset of ['town', 'city'] as const) {
      const { features } = demoTown({ preset }).zones;
      const shapes = features.map(({ properties, geometry }) => ({
        zoneId: properties.zone_id,
        name: properties.name,
        polygons: [geometry.coordinates],
      }));
      expect(overlappingZones(shapes)).toBeUndefined();
      const [first, second] = shapes;
      const pushed = first?.polygons[0]?.map((one) => one.map(([x, y]) => [x + 0.0002, y] as const));
      if (!first || !second || !pushed) throw new Error('the demo has no zones');
      expect(overlappingZones([{ ...first, polygons: [pushed] }, ...shapes.slice(1)])).toBeDefined();
    }
  });
});
