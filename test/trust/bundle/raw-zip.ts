import { deflateRawSync } from 'node:zlib';
import { concatBytes, utf8 } from '../../../shared/base/bytes.ts';
import { crc32 } from '../../../shared/bundle/crc32.ts';

/** What one of the two headers of a file says; what is not given is as our writer writes it. */
export interface RawHeader {
  readonly signature?: number;
  readonly madeBy?: number;
  readonly needed?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly time?: number;
  readonly date?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly name?: Uint8Array;
  readonly extra?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly disk?: number;
  readonly attributes?: number;
  readonly offset?: number;
}

/** One file of an archive, and how its headers lie. */
export interface RawFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly local?: RawHeader;
  readonly central?: RawHeader;
  /** Bytes before its local header and behind its data. */
  readonly before?: Uint8Array;
  readonly behind?: Uint8Array;
  /** In one of the two lists only. */
  readonly only?: 'local' | 'central';
}

/** How the end of an archive departs from ours. */
export interface RawEnd {
  readonly before?: Uint8Array;
  readonly beforeEnd?: Uint8Array;
  readonly disk?: number;
  readonly here?: number;
  readonly count?: number;
  readonly size?: number;
  readonly start?: number;
  readonly comment?: Uint8Array;
  readonly after?: Uint8Array;
}

/** Little-endian numbers, each with its width in bytes. */
export function numbers(...parts: readonly (readonly [width: 2 | 4 | 8, value: number])[]): Uint8Array {
  const bytes = Buffer.alloc(parts.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of parts) {
    if (width === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, width);
    at += width;
  }
  return bytes;
}

const none = new Uint8Array();

/** An archive of these files in this order, as strange as it is told to be. */
export function rawZip(files: readonly RawFile[], end: RawEnd = {}): Uint8Array {
  const { before = none, beforeEnd = none, after = none } = end;
  const parts: Uint8Array[] = [before];
  const directory: Uint8Array[] = [];
  let offset = before.length;
  for (const file of files) {
    const gap = file.before ?? none;
    if (file.only !== 'local') directory.push(centralHeader(file, offset + gap.length));
    const whole = file.only === 'central' ? none : concatBytes([gap, fileInArchive(file)]);
    parts.push(whole);
    offset += whole.length;
  }
  const central = concatBytes(directory);
  const last = endRecord(end, { count: directory.length, size: central.length, start: offset });
  return concatBytes([...parts, central, beforeEnd, last, after]);
}

/** The last record of an archive. */
export function endRecord(
  end: RawEnd,
  { count, size, start }: { readonly count: number; readonly size: number; readonly start: number },
): Uint8Array {
  const { comment = none } = end;
  const fixed = numbers(
    [4, 0x06054b50],
    [2, end.disk ?? 0],
    [2, 0],
    [2, (end.here ?? count) % 65_536],
    [2, (end.count ?? count) % 65_536],
    [4, end.size ?? size],
    [4, end.start ?? start],
    [2, comment.length],
  );
  return concatBytes([fixed, comment]);
}

function common(header: RawHeader, { name, data }: RawFile): readonly (readonly [2 | 4, number])[] {
  const usual = { needed: 10, flags: 0x0800, method: 0, time: 0, date: 0x0021, extra: none };
  const said = { ...usual, crc: crc32(data), packed: data.length, size: data.length, ...header };
  return [
    [2, said.needed],
    [2, said.flags],
    [2, said.method],
    [2, said.time],
    [2, said.date],
    [4, said.crc],
    [4, said.packed],
    [4, said.size],
    [2, (header.name ?? utf8(name)).length],
    [2, said.extra.length],
  ];
}

function fileInArchive(file: RawFile): Uint8Array {
  return concatBytes([localHeader(file), file.data, file.behind ?? none]);
}

function localHeader(file: RawFile): Uint8Array {
  const { local = {} } = file;
  return concatBytes([
    numbers([4, local.signature ?? 0x04034b50], ...common(local, file)),
    local.name ?? utf8(file.name),
    local.extra ?? none,
  ]);
}

function centralHeader(file: RawFile, offset: number): Uint8Array {
  const { central = {} } = file;
  const { comment = none } = central;
  return concatBytes([
    numbers(
      [4, central.signature ?? 0x02014b50],
      [2, central.madeBy ?? 0x0314],
      ...common(central, file),
      [2, comment.length],
      [2, central.disk ?? 0],
      [2, 0],
      [4, central.attributes ?? 0o100644 * 0x10000],
      [4, central.offset ?? offset],
    ),
    central.name ?? utf8(file.name),
    central.extra ?? none,
    comment,
  ]);
}

/** A file that was compressed: `data` is what lies in the archive. */
export function deflated(name: string, plain: Uint8Array): RawFile {
  const said = { method: 8, needed: 20, crc: crc32(plain), size: plain.length };
  return { name, data: deflateRawSync(plain), local: said, central: said };
}
