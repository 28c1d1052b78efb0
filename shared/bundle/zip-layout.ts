import { utf8 } from '../base/bytes.ts';

/** What the archive says about one stored file. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  /** Where its local header starts. */
  readonly offset: number;
}

export const localHeaderSize = 30;
export const centralHeaderSize = 46;
export const endSize = 22;
/** Largest archive written or read, in bytes. */
export const maximumBundleBytes = 2 ** 31 - 1;
/** Most files in an archive. */
export const maximumBundleFiles = 200;
/** Longest name, in bytes. */
export const maximumNameBytes = 100;

const versionNeeded = 10;
const madeByUnix20 = (3 << 8) | 20;
const utf8Flag = 0x0800;
const firstOfJanuary1980 = 0x0021;
const regularFile0644 = 0o100644;

/** Names that may stand in a bundle: lower-case ASCII, so that no two collide on any file system, and `VERIFY.txt`. */
export function isBundleName(name: string): boolean {
  if (name === 'VERIFY.txt') return true;
  return name.length <= maximumNameBytes && /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/.test(name);
}

/** The one local header an entry can have: stored, 1980-01-01, UTF-8 flag, no extra field. */
export function localHeader(entry: ZipEntry): Uint8Array {
  const name = utf8(entry.name);
  const bytes = new Uint8Array(localHeaderSize + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  common(view, 4, entry, name.length);
  bytes.set(name, localHeaderSize);
  return bytes;
}

/** The one central directory header an entry can have. */
export function centralHeader(entry: ZipEntry): Uint8Array {
  const name = utf8(entry.name);
  const bytes = new Uint8Array(centralHeaderSize + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, madeByUnix20, true);
  common(view, 6, entry, name.length);
  view.setUint32(38, regularFile0644 * 0x10000, true);
  view.setUint32(42, entry.offset, true);
  bytes.set(name, centralHeaderSize);
  return bytes;
}

/** The end record of an archive of `count` files whose directory has `size` bytes from `offset` on; no comment. */
export function endRecord(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(endSize);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

function common(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, versionNeeded, true);
  view.setUint16(at + 2, utf8Flag, true);
  view.setUint16(at + 8, firstOfJanuary1980, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.size, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}
