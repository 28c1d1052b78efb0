import { toHex } from '../base/hex.ts';
import type { Crypto } from '../ports/crypto.ts';
import { type Digests, parseManifest } from './manifest.ts';
import { approvalPath, ledgerPaths, paths, payloadPathsOf, tagPaths } from './names.ts';
import { type Particular, particular } from './particular.ts';
import { type Check, failed, passed } from './report.ts';
import { sealedProducts } from './sealed-products.ts';
import { oversizedFiles } from './sizes.ts';
import { readZip } from './zip-read.ts';
import type { BundleFiles } from './zip-write.ts';

/** The files of a bundle and whether they are the sealed ones. */
export interface CheckedFiles {
  readonly checks: readonly Check[];
  readonly files: BundleFiles;
  readonly releaseDigest?: string;
}

/**
 * Container, sizes, completeness, manifests and digests. Where a file is too large, nothing else is looked at. Each file is hashed once. All files are named by the format and by the products of
 * the recipe, so a file is either known and sealed, or an approval, or does not belong.
 */
export function verifyFiles(bytes: Uint8Array, crypto: Crypto): CheckedFiles {
  const zip = readZip(bytes);
  if (!zip.ok) return { checks: [failed('container', 'E_CONTAINER', [zip.fault])], files: new Map() };
  const { files, damaged } = zip;
  const container = passed('container', `${files.size} files, ${bytes.length} bytes`);
  const oversized = oversizedFiles(files);
  if (oversized.length > 0)
    return { checks: [container, failed('files', 'E_SIZE', oversized)], files: new Map() };
  const tagManifest = files.get(paths.tagManifest);
  const payload = payloadPathsOf(sealedProducts(files));
  const checks = [
    container,
    completeness(files, payload),
    ...digestChecks(files, payload, crypto),
    damaged.length === 0
      ? passed('checksums', 'all fit')
      : failed('checksums', 'E_CHECKSUM', [named('files-damaged', damaged)]),
  ];
  if (tagManifest === undefined) return { checks, files };
  return { checks, files, releaseDigest: toHex(crypto.sha256(tagManifest)) };
}

function completeness(files: BundleFiles, payload: readonly string[]): Check {
  const sealed = new Set([...tagPaths, ...payload, paths.tagManifest]);
  const missing = [...sealed].filter((path) => !files.has(path));
  if (missing.length > 0) return failed('files', 'E_MISSING_FILE', [named('files-missing', missing)]);
  const extra = [...files.keys()].filter((path) => !sealed.has(path) && !isUnsealed(path));
  if (extra.length > 0) return failed('files', 'E_EXTRA_FILE', [named('files-extra', extra)]);
  return passed('files', 'none is missing, none was added');
}

/** Files that are written after sealing and so stand in no manifest. */
function isUnsealed(path: string): boolean {
  return approvalPath.test(path) || Object.values(ledgerPaths).some((one) => one === path);
}

function digestChecks(files: BundleFiles, payload: readonly string[], crypto: Crypto): readonly Check[] {
  const lists = [
    { path: paths.tagManifest, covers: tagPaths },
    { path: paths.manifest, covers: payload },
  ];
  const bad: Particular[] = [];
  const changed: string[] = [];
  for (const { path, covers } of lists) {
    const digests = parseManifest(files.get(path) ?? new Uint8Array());
    if (digests === undefined) bad.push(particular('manifest-form', {}, { path }));
    else if ([...digests.keys()].join(' ') !== covers.join(' '))
      bad.push(particular('manifest-covers', {}, { path }));
    changed.push(...changedFiles(files, digests ?? new Map(), crypto));
  }
  return [
    bad.length === 0
      ? passed('manifests', 'both list every file once')
      : failed('manifests', 'E_MANIFEST', bad),
    changed.length === 0
      ? passed('digests', 'all files are as they were sealed')
      : failed('digests', 'E_DIGEST', [named('files-changed', changed)]),
  ];
}

function changedFiles(files: BundleFiles, digests: Digests, crypto: Crypto): readonly string[] {
  return [...digests]
    .filter(([path, digest]) => {
      const data = files.get(path);
      return data !== undefined && toHex(crypto.sha256(data)) !== digest;
    })
    .map(([path]) => path);
}

function named(
  what: `files-${'missing' | 'extra' | 'changed' | 'damaged'}`,
  files: readonly string[],
): Particular {
  return particular(what, { paths: files.join(', ') });
}
