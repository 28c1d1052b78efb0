import type { Basemap } from '../../../../shared/ipc/contract.ts';
import type { BasemapParts } from './basemap-parts.ts';

export type ShownBasemap = Basemap | { readonly kind: 'world' };

/** Reads a basemap; what it needs is only loaded when it is asked for. */
export async function loadBasemap(basemap: ShownBasemap): Promise<BasemapParts> {
  switch (basemap.kind) {
    case 'world': {
      return (await import('./world-basemap.ts')).worldBasemap();
    }
    case 'pmtiles': {
      return (await import('./pmtiles-basemap.ts')).pmtilesBasemap(basemap.name, basemap.url);
    }
    case 'geojson': {
      return (await import('./geojson-basemap.ts')).geojsonBasemap(basemap.name, basemap.text);
    }
  }
}
