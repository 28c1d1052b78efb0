import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';
import type { ArcFeatures } from './arc-geojson.ts';
import { arcLayers } from './arc-layers.ts';
import type { BasemapParts } from './basemap-parts.ts';
import { foundFeatures, foundLayers } from './found-zones.ts';
import { lineScale } from './line-scale.ts';
import { readMapColors } from './map-colors.ts';
import { withoutEmpty } from './put-data.ts';
import { sliverFeatures, sliverLayers, type SliverShape } from './slivers.ts';
import { borderFeatures, labelFeatures, zoneFeatures } from './zone-geojson.ts';
import { areaLayers, markLayers } from './zone-layers.ts';

/** What stands on the map, beside marks and what state tells. */
export interface DrawnZones {
  readonly shapes: readonly ZoneShape[];
  readonly arcs: ArcFeatures;
  readonly found: readonly number[];
  readonly slivers: readonly SliverShape[];
  readonly basemap: BasemapParts | undefined;
}

export const noFeatures = { type: 'FeatureCollection' as const, features: [] };
const emptySource = { type: 'geojson' as const, data: noFeatures };

/** Sources whose features are painted and marked by their state. */
export const stateful = ['zones', 'zone-borders'] as const;

/** What is drawn of the zones themselves, by source. */
export const zoneSources = (shapes: readonly ZoneShape[]) => ({
  zones: zoneFeatures(shapes),
  'zone-borders': borderFeatures(shapes),
  labels: labelFeatures(shapes),
});

/** The whole style, for a map that fills an element. */
export function zoneStyle(drawn: DrawnZones, container: HTMLElement): StyleSpecification {
  const { shapes, arcs } = drawn;
  const zones = zoneSources(shapes);
  const found = foundFeatures(shapes, drawn.found);
  const sources: StyleSpecification['sources'] = {
    ...drawn.basemap?.sources,
    zones: { type: 'geojson', data: zones.zones, tolerance: 0.2 },
    'zone-borders': { type: 'geojson', data: zones['zone-borders'], tolerance: 0.2 },
    labels: { type: 'geojson', data: zones.labels },
    selected: emptySource,
    active: emptySource,
    arcs: { type: 'geojson', data: arcs.lines, tolerance: 0.1 },
    'arc-heads': { type: 'geojson', data: arcs.heads },
    'arc-active': emptySource,
    found: { type: 'geojson', data: found.borders, tolerance: 0.2 },
    'found-signs': { type: 'geojson', data: found.signs },
    slivers: { type: 'geojson', data: sliverFeatures(drawn.slivers), tolerance: 0 },
  };
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources,
    layers: withoutEmpty(zoneLayers(drawn, container), sources),
  };
}

/** All layers, from the bottom up, in the colours the element has now. */
export function zoneLayers(
  { shapes, basemap }: Pick<DrawnZones, 'shapes' | 'basemap'>,
  container: HTMLElement,
): readonly LayerSpecification[] {
  const colors = readMapColors(container);
  const scale = lineScale(container.clientWidth * container.clientHeight, shapes.length);
  return [
    { id: 'back', type: 'background', paint: { 'background-color': colors.back } },
    ...(basemap?.below(colors) ?? []),
    ...areaLayers(colors, scale),
    ...(basemap?.above(colors) ?? []),
    ...arcLayers(colors),
    ...sliverLayers(colors),
    ...foundLayers(colors),
    ...markLayers(colors, scale),
  ];
}
