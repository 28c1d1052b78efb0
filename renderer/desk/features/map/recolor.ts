import type { Map as LibreMap, LayerSpecification } from 'maplibre-gl';

/** Gives layers that are drawn the paint of the same layers in other colours; what is equal costs nothing. */
export function recolor(
  map: Pick<LibreMap, 'setPaintProperty'>,
  layers: readonly Pick<LayerSpecification, 'id' | 'paint'>[],
): void {
  for (const { id, paint } of layers)
    for (const [name, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, name as Parameters<LibreMap['setPaintProperty']>[1], value);
}
