import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { BasemapParts } from './basemap-parts.ts';
import type { MapColors } from './map-colors.ts';

const source = 'base';
const isKind = (...kinds: readonly string[]): FilterSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', [...kinds]],
];
const known = ['river', 'street', 'main_street', 'park'] as const;
const isOther: FilterSpecification = [
  '!',
  ['in', ['coalesce', ['get', 'kind'], ''], ['literal', [...known]]],
];
const areas: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const lines: FilterSpecification = ['==', ['geometry-type'], 'LineString'];

function line(id: string, filter: FilterSpecification, paint: object, round = true): LayerSpecification {
  const ends = round ? ('round' as const) : ('butt' as const);
  return {
    id,
    type: 'line',
    source,
    filter: ['all', lines, filter] as FilterSpecification,
    layout: { 'line-join': 'round', 'line-cap': ends },
    paint,
  };
}

function fill(id: string, filter: FilterSpecification, paint: object): LayerSpecification {
  return { id, type: 'fill', source, filter: ['all', areas, filter] as FilterSpecification, paint };
}

function below(colors: MapColors): readonly LayerSpecification[] {
  return [
    fill('base-area', isOther, { 'fill-color': colors.land }),
    fill('base-park', isKind('park'), { 'fill-color': colors.land }),
    fill('base-water', isKind('river'), { 'fill-color': colors.water }),
  ];
}

function above(colors: MapColors): readonly LayerSpecification[] {
  const road = { 'line-color': colors.road };
  return [
    line('base-street', isKind('street'), {
      ...road,
      'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.4, 16, 2],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0, 14, 0.7],
    }),
    line('base-main', isKind('main_street'), {
      ...road,
      'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 12, 1.6, 16, 5],
      'line-opacity': 0.65,
    }),
    line('base-other', isOther, { ...road, 'line-width': 0.8, 'line-opacity': 0.6 }),
    fill('base-water-over', isKind('river'), { 'fill-color': colors.water, 'fill-opacity': 0.85 }),
    line('base-river', isKind('river'), {
      'line-color': colors.water,
      'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 8, 2, 12, 10, 15, 34],
      'line-opacity': 0.9,
    }),
  ];
}

/** A basemap out of GeoJSON text whose features may bear a `kind`: river, street, main_street or park. Throws on text that is no GeoJSON. */
export function geojsonBasemap(name: string, text: string): BasemapParts {
  const data = JSON.parse(text) as FeatureCollection;
  return { sources: { [source]: { type: 'geojson', data } }, below, above, attribution: name };
}
