import type { LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { MapColors } from './map-colors.ts';

/** The layer that is asked which flow lies at a point. */
export const arcLayer = 'arc';
/** The image of a head, pointing north. */
export const headImage = 'arrow';

/** Flows between zones: a light edge, so that crossing lines stay apart, the lines, and their heads. */
export function arcLayers(colors: MapColors): readonly LayerSpecification[] {
  const layout: LineLayerSpecification['layout'] = {
    'line-join': 'round',
    'line-cap': 'butt',
    'line-sort-key': ['get', 'order'],
  };
  return [
    {
      id: 'arc-edge',
      type: 'line',
      source: 'arcs',
      layout,
      paint: { 'line-color': colors.halo, 'line-width': ['+', ['get', 'width'], 2], 'line-opacity': 0.8 },
    },
    {
      id: arcLayer,
      type: 'line',
      source: 'arcs',
      layout,
      paint: { 'line-color': colors.mark, 'line-width': ['get', 'width'], 'line-opacity': 0.85 },
    },
    {
      id: 'arc-active',
      type: 'line',
      source: 'arc-active',
      paint: { 'line-color': colors.text, 'line-width': ['get', 'width'] },
    },
    {
      id: 'arc-head',
      type: 'symbol',
      source: 'arc-heads',
      layout: {
        'icon-image': headImage,
        'icon-size': ['get', 'size'],
        'icon-rotate': ['get', 'bearing'],
        'icon-rotation-alignment': 'map',
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  ];
}
