import type { InspectedBundle } from '../../shared/ipc/inspected-bundle.ts';

/** Where the bundles lie that were opened since the start, by release digest. The desk knows digests, never paths. */
export interface BundlePaths {
  readonly set: (digest: string, path: string) => void;
  /** The file opened last of those that hold this release. */
  readonly get: (digest: string) => string | undefined;
}

export function createBundlePaths(): BundlePaths {
  const paths = new Map<string, string>();
  return { set: (digest, path) => void paths.set(digest, path), get: (digest) => paths.get(digest) };
}

/** `read`, with the path of what it read remembered. */
export function rememberingPaths(
  read: (path: string) => Promise<InspectedBundle>,
  paths: BundlePaths,
): (path: string) => Promise<InspectedBundle> {
  return async (path) => {
    const bundle = await read(path);
    if (bundle.digest !== undefined) paths.set(bundle.digest, path);
    return bundle;
  };
}
