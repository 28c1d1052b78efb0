import { addProtocol } from 'maplibre-gl';
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { PMTiles, Protocol, TileType } from 'pmtiles';
import type { BasemapParts } from './basemap-parts.ts';
import type { MapColors } from './map-colors.ts';
import { tileLayerRole, type TileLayerRole } from './tile-layer-role.ts';

const source = 'base';
const areas: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const lines: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
let protocol: Protocol | undefined;

function layerNames(metadata: unknown): readonly string[] {
  const found = (metadata as { readonly vector_layers?: unknown } | undefined)?.vector_layers;
  if (!Array.isArray(found)) return [];
  return found.flatMap((layer: unknown) => {
    const id = (layer as { readonly id?: unknown } | null)?.id;
    return typeof id === 'string' ? [id] : [];
  });
}

function plainAttribution(metadata: unknown): string {
  const text = (metadata as { readonly attribution?: unknown } | undefined)?.attribution;
  return typeof text === 'string'
    ? text
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&copy;', '©')
        .trim()
    : '';
}

const areaColor: Partial<Record<TileLayerRole, keyof MapColors>> = {
  water: 'water',
  land: 'land',
  other: 'land',
  building: 'land',
};
const lineColor: Partial<Record<TileLayerRole, keyof MapColors>> = {
  water: 'water',
  road: 'road',
  border: 'text',
  other: 'road',
};

function areaLayer(name: string, colors: MapColors): readonly LayerSpecification[] {
  const color = areaColor[tileLayerRole(name)];
  if (color === undefined) return [];
  const paint = { 'fill-color': colors[color] as string };
  return [{ id: `base-area-${name}`, type: 'fill', source, 'source-layer': name, filter: areas, paint }];
}

function lineLayer(name: string, colors: MapColors): readonly LayerSpecification[] {
  const role = tileLayerRole(name);
  const color = lineColor[role];
  if (color === undefined) return [];
  const paint = {
    'line-color': colors[color] as string,
    'line-width': role === 'border' ? 0.8 : 1,
    'line-opacity': role === 'border' ? 0.35 : 0.65,
  };
  return [{ id: `base-line-${name}`, type: 'line', source, 'source-layer': name, filter: lines, paint }];
}

/** A basemap out of a PMTiles archive. Its layers are read from the archive, since tile sets agree on no names. */
export async function pmtilesBasemap(name: string, url: string): Promise<BasemapParts> {
  if (protocol === undefined) {
    protocol = new Protocol();
    addProtocol('pmtiles', protocol.tile);
  }
  const archive = new PMTiles(url);
  protocol.add(archive);
  const [header, metadata] = [await archive.getHeader(), await archive.getMetadata()];
  const attribution = [name, plainAttribution(metadata)].filter((part) => part !== '').join(' · ');
  const at = `pmtiles://${url}`;
  if (header.tileType !== TileType.Mvt) {
    const raster: LayerSpecification = {
      id: 'base-raster',
      type: 'raster',
      source,
      paint: { 'raster-saturation': -0.8, 'raster-opacity': 0.5, 'raster-fade-duration': 0 },
    };
    const sources = { [source]: { type: 'raster' as const, url: at, tileSize: 256 } };
    return { sources, below: () => [raster], above: () => [], attribution };
  }
  const names = layerNames(metadata);
  return {
    sources: { [source]: { type: 'vector', url: at } },
    below: (colors) => names.flatMap((layer) => areaLayer(layer, colors)),
    above: (colors) => names.flatMap((layer) => lineLayer(layer, colors)),
    attribution,
  };
}
