import { nodeCrypto } from '../../electron/node/crypto.ts';
import { fromUtf8, utf8 } from '../../shared/base/bytes.ts';
import { toHex } from '../../shared/base/hex.ts';
import { writeManifest } from '../../shared/bundle/manifest.ts';
import { paths, payloadPathsOf, tagPaths } from '../../shared/bundle/names.ts';
import { sealedProducts } from '../../shared/bundle/sealed-products.ts';
import { readZip } from '../../shared/bundle/zip-read.ts';
import { writeZip } from '../../shared/bundle/zip-write.ts';
import { signSteps, type Step, threeSteps } from './small-bundle.ts';

/** The files of a bundle. */
export function filesOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = readZip(bytes);
  if (!zip.ok) throw new Error(zip.fault.what);
  return new Map(zip.files);
}

/** The archive again after `edit` changed its files; no digest or signature is mended. */
export function repacked(bytes: Uint8Array, edit: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = filesOf(bytes);
  edit(files);
  return writeZip(files);
}

/** `edit` for `repacked` and `resealed`: the text of the file at `path` through `change`. */
export function editText(
  path: string,
  change: (text: string) => string,
): (files: Map<string, Uint8Array>) => void {
  return (files) => {
    const before = fromUtf8(files.get(path) ?? new Uint8Array()) ?? '';
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${path}`);
    files.set(path, utf8(after));
  };
}

/** What a dishonest publisher can do: edits the files, makes all digests again and has everybody sign. */
export async function resealed(
  bytes: Uint8Array,
  edit: (files: Map<string, Uint8Array>) => void,
  steps: readonly Step[] = threeSteps,
): Promise<Uint8Array> {
  const files = filesOf(bytes);
  for (const path of files.keys()) if (path.startsWith('approvals/')) files.delete(path);
  edit(files);
  const manifest = (list: readonly string[]): Uint8Array =>
    writeManifest(
      new Map(list.map((path) => [path, toHex(nodeCrypto.sha256(files.get(path) ?? new Uint8Array()))])),
    );
  files.set(paths.manifest, manifest(payloadPathsOf(sealedProducts(files))));
  files.set(paths.tagManifest, manifest(tagPaths));
  return signSteps({ bytes: writeZip(files), releaseId: '', releaseDigest: '' }, steps);
}
