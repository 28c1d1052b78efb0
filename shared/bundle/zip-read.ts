import { equalBytes, fromUtf8 } from '../base/bytes.ts';
import { crc32 } from './crc32.ts';
import { type Particular, particular, type Place } from './particular.ts';
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
  | { readonly ok: false; readonly fault: Particular };

class Unreadable extends Error {
  readonly fault: Particular;
  constructor(fault: Particular) {
    super(fault.what);
    this.fault = fault;
  }
}

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
    if (error instanceof Unreadable) return { ok: false, fault: error.fault };
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
    if (entry.name <= previous) throw unreadable('zip-unsorted');
    entries.push(entry);
    at += centralHeaderSize + entry.name.length;
    offset += localHeaderSize + entry.name.length + entry.size;
    previous = entry.name;
  }
  if (at !== end || offset !== start) throw unreadable('zip-directory');
  return entries;
}

function readEnd(bytes: Uint8Array): {
  readonly end: number;
  readonly count: number;
  readonly start: number;
} {
  if (bytes.length > maximumBundleBytes)
    throw new Unreadable(particular('zip-too-large', { bytes: maximumBundleBytes }));
  const end = bytes.length - endSize;
  if (end < 0) throw unreadable('zip-too-short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (!equalBytes(bytes.subarray(end), endRecord(count, size, start)) || start + size !== end)
    throw unreadable('zip-end');
  if (count > maximumBundleFiles)
    throw new Unreadable(particular('zip-too-many-files', { files: maximumBundleFiles }));
  return { end, count, start };
}

function readEntry(bytes: Uint8Array, at: number, offset: number): ZipEntry {
  if (at + centralHeaderSize > bytes.length) throw unreadable('zip-directory-cut');
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  const nameEnd = at + centralHeaderSize + view.getUint16(28, true);
  const name = fromUtf8(bytes.subarray(at + centralHeaderSize, nameEnd));
  if (name === undefined || !isBundleName(name)) throw unreadable('zip-name');
  const entry = { name, size: view.getUint32(24, true), crc: view.getUint32(16, true), offset };
  if (!equalBytes(bytes.subarray(at, nameEnd), centralHeader(entry)))
    throw unreadable('zip-entry', { path: name });
  return entry;
}

function readFile(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const header = localHeader(entry);
  const start = entry.offset + header.length;
  if (!equalBytes(bytes.subarray(entry.offset, start), header))
    throw unreadable('zip-header', { path: entry.name });
  return bytes.subarray(start, start + entry.size);
}

type Bare = 'unsorted' | 'directory' | 'directory-cut' | 'too-short' | 'end' | 'name' | 'entry' | 'header';

function unreadable(what: `zip-${Bare}`, place?: Place): Unreadable {
  return new Unreadable(particular(what, {}, place));
}
