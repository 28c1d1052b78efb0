import { Refusal } from '../../shared/base/failure.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { MapFiles } from './ports/map-files.ts';
import { decodeText, parseJsonText } from './json-text.ts';

const geojsonLimit = 50 * 1024 * 1024;

/** GeoJSON travels as text, once it is known to be a FeatureCollection; PMTiles stays on disk and is served in ranges. */
export function basemapOpen(ports: {
  readonly dialogs: Dialogs;
  readonly files: Files;
  readonly mapFiles: MapFiles;
}): Handler<'basemap.open'> {
  return async () => {
    const path = await ports.dialogs.openFile('basemap');
    if (path === undefined) return undefined;
    const name = ports.files.name(path);
    if (name.toLowerCase().endsWith('.pmtiles'))
      return { kind: 'pmtiles', name, url: await ports.mapFiles.register(path) };
    const bytes = await ports.files.read(path, geojsonLimit);
    if (!isFeatureCollection(parseJsonText(bytes, name)))
      throw new Refusal('not-a-map', `${name} is no GeoJSON FeatureCollection. Choose GeoJSON or PMTiles.`, {
        name,
      });
    return { kind: 'geojson', name, text: decodeText(bytes, name) };
  };
}

function isFeatureCollection(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!('type' in value) || !('features' in value)) return false;
  return value.type === 'FeatureCollection' && Array.isArray(value.features);
}
