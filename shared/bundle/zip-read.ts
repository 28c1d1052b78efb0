import { equalBytes, fromUtf8 } from '../base/bytes.ts';
import { crc32 } from './crc32.ts';
import {
  centralHeader,
  centralHeaderSize,
  endRecord,
  endSize,
  isBundleName,
  localHeader,
  localHeaderSize,
  maximumBundleBytes,
  maximumBundleFiles,
  type ZipEntry,
} from './zip-layout.ts';

/** What a strict reading of an archive found. `damaged` names files whose CRC-32 does not fit; the caller judges them. */
export type ZipContents =
  | {
      readonly ok: true;
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly damaged: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

class Unreadable extends Error {}

/**
 * Reads only what `writeZip` writes: every header is made again from the directory and compared byte for byte, so nothing
 * can hide between, before or after the files. The files are views on `bytes`, not copies.
 */
export function readZip(bytes: Uint8Array): ZipContents {
  try {
    const entries = readDirectory(bytes);
    const files = new Map<string, Uint8Array>();
    const damaged: string[] = [];
    for (const entry of entries) {
      const data = readFile(bytes, entry);
      files.set(entry.name, data);
      if (crc32(data) !== entry.crc) damaged.push(entry.name);
    }
    return { ok: true, files, damaged };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.message };
    throw error;
  }
}

function readDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const { end, count, start } = readEnd(bytes);
  const entries: ZipEntry[] = [];
  let at = start;
  let offset = 0;
  let previous = '';
  for (let i = 0; i < count; i += 1) {
    const entry = readEntry(bytes, at, offset);
    if (entry.name <= previous) throw new Unreadable('its files are not sorted, or one stands twice');
    entries.push(entry);
    at += centralHeaderSize + entry.name.length;
    offset += localHeaderSize + entry.name.length + entry.size;
    previous = entry.name;
  }
  if (at !== end || offset !== start) throw new Unreadable('its directory does not fit its files');
  return entries;
}

function readEnd(bytes: Uint8Array): {
  readonly end: number;
  readonly count: number;
  readonly start: number;
} {
  if (bytes.length > maximumBundleBytes) throw new Unreadable(`it has more than ${maximumBundleBytes} bytes`);
  const end = bytes.length - endSize;
  if (end < 0) throw new Unreadable('it is too short to be a bundle');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (!equalBytes(bytes.subarray(end), endRecord(count, size, start)) || start + size !== end)
    throw new Unreadable('its end is not the end of a bundle: it was cut off, added to or changed');
  if (count > maximumBundleFiles) throw new Unreadable(`it has more than ${maximumBundleFiles} files`);
  return { end, count, start };
}

function readEntry(bytes: Uint8Array, at: number, offset: number): ZipEntry {
  if (at + centralHeaderSize > bytes.length) throw new Unreadable('its directory is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  const nameEnd = at + centralHeaderSize + view.getUint16(28, true);
  const name = fromUtf8(bytes.subarray(at + centralHeaderSize, nameEnd));
  if (name === undefined || !isBundleName(name))
    throw new Unreadable('a file in it has a name no bundle uses');
  const entry = { name, size: view.getUint32(24, true), crc: view.getUint32(16, true), offset };
  if (!equalBytes(bytes.subarray(at, nameEnd), centralHeader(entry)))
    throw new Unreadable(`the directory entry of ${name} is not as a bundle has it`);
  return entry;
}

function readFile(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const header = localHeader(entry);
  const start = entry.offset + header.length;
  if (!equalBytes(bytes.subarray(entry.offset, start), header))
    throw new Unreadable(`the header of ${entry.name} is not as a bundle has it`);
  return bytes.subarray(start, start + entry.size);
}
