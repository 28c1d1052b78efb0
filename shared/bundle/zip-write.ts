import { concatBytes } from '../base/bytes.ts';
import { Refusal } from '../base/failure.ts';
import { crc32 } from './crc32.ts';
import { byBytes } from './names.ts';
import {
  centralHeader,
  endRecord,
  isBundleName,
  localHeader,
  maximumBundleBytes,
  type ZipEntry,
} from './zip-layout.ts';

/** Files by name. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** A ZIP of `files`, stored, sorted by name, without any date or machine in it: the same files give the same bytes. */
export function writeZip(files: BundleFiles): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, data] of [...files].toSorted(([a], [b]) => byBytes(a, b))) {
    if (!isBundleName(name)) throw new Error(`no name for a file of a bundle: ${name}`);
    const entry: ZipEntry = { name, size: data.length, crc: crc32(data), offset };
    const header = localHeader(entry);
    parts.push(header, data);
    directory.push(centralHeader(entry));
    offset += header.length + data.length;
  }
  const central = concatBytes(directory);
  if (offset + central.length > maximumBundleBytes) throw tooLarge(offset);
  return concatBytes([...parts, central, endRecord(files.size, central.length, offset)]);
}

function tooLarge(bytes: number): Refusal {
  return new Refusal(
    'bundle-too-large',
    `The bundle would have ${bytes} bytes; at most ${maximumBundleBytes} fit. Use coarser zones or bins, or a shorter period.`,
    { bytes, limit: maximumBundleBytes },
  );
}
