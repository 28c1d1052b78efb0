import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Exact path below the built renderer folder, with a leading slash, to bytes. */
export type Assets = ReadonlyMap<string, Asset>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Reads the built renderer into memory, so that no request ever becomes a file path. Source maps stay out. */
export function readAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  collect(folder, '', assets);
  return assets;
}

function collect(folder: string, prefix: string, assets: Map<string, Asset>): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (statSync(file).isDirectory()) collect(file, `${prefix}/${name}`, assets);
    else if (!name.endsWith('.map')) assets.set(`${prefix}/${name}`, readAsset(file));
  }
}

function readAsset(file: string): Asset {
  const contentType = contentTypes[extname(file)] ?? 'application/octet-stream';
  return { bytes: new Uint8Array(readFileSync(file)), contentType };
}
