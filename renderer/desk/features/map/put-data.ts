import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as LibreMap, SourceSpecification } from 'maplibre-gl';

/**
 * Puts other features into a source. Layers of a source without any are hidden: even for nothing MapLibre draws the outline of each tile over
 * the whole map twice, which without a graphics card costs as much as what is seen.
 */
export function putData(map: LibreMap, id: string, data: FeatureCollection): void {
  const source = map.getSource<GeoJSONSource>(id);
  const layers = map.getLayersOrder().filter((layer) => map.getLayer(layer)?.source === id);
  const isShown = layers.some((layer) => map.getLayoutProperty(layer, 'visibility') !== 'none');
  const isEmpty = data.features.length === 0;
  if (source === undefined || (isEmpty && !isShown)) return;
  void source.setData(data);
  if (isEmpty === isShown)
    for (const layer of layers) map.setLayoutProperty(layer, 'visibility', isEmpty ? 'none' : 'visible');
}

/** The same for the layers of a style that is about to be drawn. */
export function withoutEmpty(
  layers: readonly LayerSpecification[],
  sources: Readonly<Record<string, SourceSpecification>>,
): LayerSpecification[] {
  return layers.map((layer) => {
    const source = 'source' in layer && typeof layer.source === 'string' ? sources[layer.source] : undefined;
    const data = source?.type === 'geojson' && typeof source.data === 'object' ? source.data : undefined;
    const isEmpty = data?.type === 'FeatureCollection' && data.features.length === 0;
    return isEmpty ? { ...layer, layout: { ...layer.layout, visibility: 'none' } } : layer;
  });
}
