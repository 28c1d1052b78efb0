import type { Feature, FeatureCollection, MultiLineString, MultiPolygon } from 'geojson';
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColors } from './map-colors.ts';
import { outerBorders } from './outer-borders.ts';

/** What a zone of one map has beyond a zone of another: rings of [longitude, latitude] that do not overlap, and what it is in words. */
export interface SliverShape {
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly text: string;
}

/** The image that slivers are filled with, and the layer that is asked which lies at a point. */
export const sliverImage = 'sliver';
export const sliverLayer = 'sliver-fill';

/** Slivers by their index: an area each, and its border, so that one thinner than a pixel can be seen too. */
export function sliverFeatures(
  slivers: readonly SliverShape[],
): FeatureCollection<MultiPolygon | MultiLineString> {
  const features = slivers.flatMap(({ rings }, id): Feature<MultiPolygon | MultiLineString>[] => {
    const polygons = rings.map((ring) => [ring.map(([x, y]): [number, number] => [x, y])]);
    const lines = outerBorders(polygons).map((line) => line.map((place) => [...place]));
    return [
      {
        type: 'Feature',
        id,
        properties: { part: 'area' },
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      },
      {
        type: 'Feature',
        id,
        properties: { part: 'border' },
        geometry: { type: 'MultiLineString', coordinates: lines },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}

/** Hatched areas with a border on a light edge. */
export function sliverLayers(colors: MapColors): readonly LayerSpecification[] {
  const source = 'slivers';
  const layout = { 'line-join': 'round' } as const;
  const isArea: FilterSpecification = ['==', ['get', 'part'], 'area'];
  const isBorder: FilterSpecification = ['==', ['get', 'part'], 'border'];
  return [
    { id: sliverLayer, type: 'fill', source, filter: isArea, paint: { 'fill-pattern': sliverImage } },
    {
      id: 'sliver-edge',
      type: 'line',
      source,
      filter: isBorder,
      layout,
      paint: { 'line-color': colors.halo, 'line-width': 3.5 },
    },
    {
      id: 'sliver-line',
      type: 'line',
      source,
      filter: isBorder,
      layout,
      paint: { 'line-color': colors.found, 'line-width': 1.5 },
    },
  ];
}
