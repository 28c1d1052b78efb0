import type { FeatureCollection, MultiLineString, Point } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';
import { labelPoint, ringArea } from './label-point.ts';
import type { MapColors } from './map-colors.ts';
import { borderFeature } from './zone-geojson.ts';

/** The image of the sign over a zone where an attack found something. */
export const foundImage = 'found';

/** Borders of the zones where an attack found something, and a point for the sign of each. */
export interface FoundFeatures {
  readonly borders: FeatureCollection<MultiLineString>;
  readonly signs: FeatureCollection<Point>;
}

/** Zones by their index; those that are not drawn are left out. */
export function foundFeatures(shapes: readonly ZoneShape[], zones: readonly number[]): FoundFeatures {
  const found = zones.flatMap((zone) => {
    const shape = shapes[zone];
    return shape === undefined ? [] : [{ shape, zone }];
  });
  const signs = found.flatMap(({ shape, zone }) => {
    const [largest] = shape.polygons.toSorted(
      (a, b) => Math.abs(ringArea(b[0] ?? [])) - Math.abs(ringArea(a[0] ?? [])),
    );
    if (largest === undefined) return [];
    const geometry = { type: 'Point' as const, coordinates: [...labelPoint(largest).point] };
    return [{ type: 'Feature' as const, id: zone, properties: {}, geometry }];
  });
  return {
    borders: {
      type: 'FeatureCollection',
      features: found.map(({ shape, zone }) => borderFeature(shape, zone)),
    },
    signs: { type: 'FeatureCollection', features: signs },
  };
}

/** A dashed border on a light edge, and a sign above the name. */
export function foundLayers(colors: MapColors): readonly LayerSpecification[] {
  const layout = { 'line-join': 'round' } as const;
  return [
    {
      id: 'zone-found-edge',
      type: 'line',
      source: 'found',
      layout,
      paint: { 'line-color': colors.halo, 'line-width': 4 },
    },
    {
      id: 'zone-found',
      type: 'line',
      source: 'found',
      layout,
      paint: { 'line-color': colors.found, 'line-width': 2, 'line-dasharray': [3, 1.5] },
    },
    {
      id: 'zone-found-sign',
      type: 'symbol',
      source: 'found-signs',
      layout: {
        'icon-image': foundImage,
        'icon-anchor': 'bottom',
        'icon-offset': [0, -9],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}
