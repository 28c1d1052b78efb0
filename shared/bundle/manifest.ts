import { fromUtf8, utf8 } from '../base/bytes.ts';
import { byBytes } from './names.ts';
import { isBundleName } from './zip-layout.ts';

/** SHA-256 in hexadecimal by path. */
export type Digests = ReadonlyMap<string, string>;

/** A BagIt manifest: `<64 hex><two spaces><path>` a line, sorted by path; `sha256sum -c` reads it. */
export function writeManifest(digests: Digests): Uint8Array {
  const lines = [...digests]
    .toSorted(([a], [b]) => byBytes(a, b))
    .map(([path, digest]) => `${digest}  ${path}\n`);
  return utf8(lines.join(''));
}

/** Reads only what `writeManifest` writes; otherwise `undefined`. */
export function parseManifest(bytes: Uint8Array): Digests | undefined {
  const text = fromUtf8(bytes);
  if (text === undefined || !text.endsWith('\n')) return undefined;
  const digests = new Map<string, string>();
  let previous = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined || !isBundleName(path) || path <= previous)
      return undefined;
    digests.set(path, digest);
    previous = path;
  }
  return digests;
}
