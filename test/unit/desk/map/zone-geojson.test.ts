import { expect, it } from 'vitest';
import {
  labelFeatures,
  labelZoom,
  zoneBounds,
  zoneFeatures,
} from '../../../../renderer/desk/features/map/zone-geojson.ts';
import { foundFeatures } from '../../../../renderer/desk/features/map/found-zones.ts';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';

const box = (west: number, size: number): [number, number][] => [
  [west, 50],
  [west + size, 50],
  [west + size, 50 + size],
  [west, 50 + size],
  [west, 50],
];
const zone = (name: string, ...polygons: [number, number][][][]): ZoneShape => ({
  zoneId: `id-${name}`,
  name,
  level: 0,
  polygons,
});

it('numbers features by zone index', () => {
  expect(
    zoneFeatures([zone('A', [box(8, 1)]), zone('B', [box(9, 1)])]).features.map((one) => one.id),
  ).toEqual([0, 1]);
});

it('bounds all zones, and nothing when there are none', () => {
  expect(zoneBounds([zone('A', [box(8, 1)]), zone('B', [box(9, 2)])])).toEqual([8, 50, 11, 52]);
  expect(zoneBounds([])).toBeUndefined();
});

it('names a zone once, in its largest polygon', () => {
  const { features } = labelFeatures([zone('Hafen', [box(8, 0.1)], [box(20, 2)])]);
  expect(features).toHaveLength(1);
  expect(features[0]?.geometry.coordinates[0]).toBeCloseTo(21);
});

it('does not write identifiers on the map', () => {
  expect(
    labelFeatures([{ zoneId: '87ad', name: '87ad', level: 0, polygons: [[box(8, 1)]] }]).features,
  ).toEqual([]);
});

it('waits with a name until it fits: twice the width is one zoom earlier', () => {
  expect(labelZoom(10, 0.02) - labelZoom(10, 0.04)).toBeCloseTo(1);
  expect(labelZoom(10, 0)).toBe(24);
});

it('outlines and signs zones where something was found, and none that is not drawn', () => {
  const shapes = [zone('A', [box(8, 1)]), zone('B', [box(9, 1)])];
  const { borders, signs } = foundFeatures(shapes, [1, 7]);
  expect(borders.features.map(({ id }) => id)).toEqual([1]);
  expect(signs.features).toHaveLength(1);
  expect(signs.features[0]?.geometry.coordinates[0]).toBeCloseTo(9.5);
});
