import { deflateRawSync, gzipSync } from 'node:zlib';
import { concatBytes, utf8 } from '../../../shared/base/bytes.ts';
import { filesOf } from '../../support/tampered-bundle.ts';
import {
  deflated,
  endRecord,
  numbers,
  type RawEnd,
  type RawFile,
  type RawHeader,
  rawZip,
} from './raw-zip.ts';

/** A hostile file by name: its bytes, made when asked for, and all codes a reader must see. */
export type HostileFiles = Readonly<
  Record<string, readonly [make: () => Uint8Array, codes: readonly string[]]>
>;

const container = ['E_CONTAINER'];
const target = 'release.json';
const none = new Uint8Array();

/** Archives that try to be read as something else than what they show, made from the files of `good`. */
export function hostileZips(good: Uint8Array): HostileFiles {
  const files = [...filesOf(good)].map(([name, data]): RawFile => ({ name, data }));
  const as = (change: (file: RawFile) => RawFile, end: RawEnd = {}): Uint8Array =>
    rawZip(
      files.map((file) => (file.name === target ? change(file) : file)),
      end,
    );
  return {
    ...hostileNames(files),
    ...hostileHeaders(as),
    ...hostileSizes(files, as),
    ...hostileStructures(files, as),
    ...otherFiles(good),
  };
}

function added(files: readonly RawFile[], more: RawFile): Uint8Array {
  return rawZip([...files, more].toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

function hostileNames(files: readonly RawFile[]): HostileFiles {
  const named = (name: string | Uint8Array, codes: readonly string[] = container) => {
    const bytes = typeof name === 'string' ? utf8(name) : name;
    const header = { name: bytes };
    const file = {
      name: Buffer.from(bytes).toString('latin1'),
      data: utf8('x'),
      local: header,
      central: header,
    };
    return [() => added(files, file), codes] as const;
  };
  const extra = ['E_EXTRA_FILE'];
  return {
    'a name twice': named(target),
    'a twin in capitals': named('RELEASE.json'),
    'a twin in the one capital name': named('verify.txt', extra),
    'a name in decomposed letters': named('data/ü.csv'.normalize('NFD')),
    'a name in composed letters': named('data/ü.csv'.normalize('NFC')),
    'a full-width twin': named('release．json'),
    'a name upwards': named('../evil'),
    'a name upwards in the middle': named('data/../../evil'),
    'an absolute name': named('/etc/passwd'),
    'a drive letter': named('c:/evil'),
    'a backslash': named('data\\evil'),
    'a NUL in a name': named('data/x.csv\0.txt'),
    'a line feed in a name': named('data/x\ny'),
    'a space at the end of a name': named('release.json '),
    'a dot at the end of a name': named('release.json.', extra),
    'a dot at the front of a name': named('data/.hidden'),
    'an empty part of a name': named('data//x'),
    'an empty name': named(''),
    'a folder': named('data/more/'),
    'a name of 101 letters': named('x'.repeat(101)),
    'a name of 65,535 letters': named('x'.repeat(65_535)),
    'an alternate data stream': named('release.json:x'),
    'a device of Windows': named('nul.txt', extra),
    'a name that turns the writing': named('data/\u202Egpj.csv'),
    'a name with percent signs': named('%2e%2e/evil'),
    'a name with a tilde': named('~/evil'),
    'a name that looks like an option': named('-rf'),
    'a name that is no UTF-8': named(Uint8Array.of(0xff, 0xfe)),
    'a slash in an overlong form': named(Uint8Array.of(0x2e, 0x2e, 0xc0, 0xaf, 0x78)),
  };
}

type As = (change: (file: RawFile) => RawFile, end?: RawEnd) => Uint8Array;

function hostileHeaders(as: As): HostileFiles {
  const both = (header: RawHeader, codes: readonly string[] = container) =>
    [() => as((file) => ({ ...file, local: header, central: header })), codes] as const;
  const local = (header: RawHeader) => [() => as((file) => ({ ...file, local: header })), container] as const;
  const central = (header: RawHeader) =>
    [() => as((file) => ({ ...file, central: header })), container] as const;
  const unicodePath = concatBytes([numbers([2, 0x7075], [2, 9]), utf8('\u0001abcdevil')]);
  return {
    'a symbolic link': central({ attributes: 0o120777 * 0x10000 }),
    'a folder by its attributes': central({ attributes: 0o040755 * 0x10000 + 0x10 }),
    'a setuid bit': central({ attributes: 0o104755 * 0x10000 }),
    'an executable': central({ attributes: 0o100755 * 0x10000 }),
    'made by DOS': central({ madeBy: 20 }),
    'a version that is not needed': both({ needed: 20 }),
    'a version in one header only': local({ needed: 45 }),
    'an encrypted file': both({ flags: 0x0801 }),
    'strong encryption': both({ flags: 0x0841 }),
    'a masked directory': both({ flags: 0x2800 }),
    'patched data': both({ flags: 0x0820 }),
    'a name without the mark of UTF-8': both({ flags: 0 }),
    'flags that differ': local({ flags: 0 }),
    'a data descriptor announced': both({ flags: 0x0808 }),
    'a data descriptor': [
      () =>
        as((file) => ({
          ...file,
          local: { flags: 0x0808, crc: 0, size: 0, packed: 0 },
          central: { flags: 0x0808 },
          behind: numbers([4, 0x08074b50], [4, 0], [4, file.data.length], [4, file.data.length]),
        })),
      container,
    ],
    'a compression that was not done': both({ method: 8 }),
    LZMA: both({ method: 14 }),
    AES: both({ method: 99 }),
    'an unknown compression': both({ method: 0xffff }),
    'methods that differ': local({ method: 8 }),
    'another day': both({ date: 0x5b76 }),
    'another day in one header': local({ date: 0x5b76 }),
    'another time': both({ time: 1 }),
    'a name that differs in the local header': local({ name: utf8('release.jsom') }),
    'a longer name in the local header': local({ name: utf8('release.json.exe') }),
    'a checksum of other bytes': both({ crc: 0x12345678 }, ['E_CHECKSUM']),
    'checksums that differ': local({ crc: 0x12345678 }),
    'an extra field': both({ extra: numbers([2, 0x5455], [2, 0]) }),
    'an extra field in the local header': local({ extra: numbers([2, 0xcafe], [2, 0]) }),
    'an extra field in the directory': central({ extra: numbers([2, 0xcafe], [2, 0]) }),
    'another name in an extra field': both({ extra: unicodePath }),
    'a comment on a file': central({ comment: utf8('x') }),
    'a file on another disk': central({ disk: 1 }),
    'no mark before a local header': local({ signature: 0 }),
    'no mark before an entry': central({ signature: 0 }),
  };
}

function hostileSizes(files: readonly RawFile[], as: As): HostileFiles {
  const both = (header: RawHeader) =>
    [() => as((file) => ({ ...file, local: header, central: header })), container] as const;
  const central = (header: RawHeader) =>
    [() => as((file) => ({ ...file, central: header })), container] as const;
  const zip64 = concatBytes([numbers([2, 1], [2, 16], [8, 10e9], [8, 10e9])]);
  const bomb = new Uint8Array(50_000_000);
  return {
    'a size of 4 GiB': both({ size: 0xffffffff, packed: 0xffffffff }),
    'a size of 10 GB by zip64': both({ size: 0xffffffff, packed: 0xffffffff, extra: zip64 }),
    'a size past the end': both({ size: 100_000, packed: 100_000 }),
    'a size of nothing': both({ size: 0, packed: 0 }),
    'sizes that differ between the headers': central({ size: 1, packed: 1 }),
    'a packed size that differs': both({ packed: 1 }),
    'a bomb of zeros': [() => added(files, deflated('data/bomb.csv', bomb)), container],
    'a bomb in a bomb': [() => added(files, deflated('data/bomb.csv', deflateRawSync(bomb))), container],
    'a bomb that says it is stored': [
      () =>
        added(files, {
          name: 'data/bomb.csv',
          data: deflateRawSync(bomb),
          local: { size: 10e8 },
          central: { size: 10e8 },
        }),
      container,
    ],
    'files that lie in each other': [
      () =>
        rawZip([
          { name: 'a.csv', data: new Uint8Array(50_000) },
          ...Array.from({ length: 150 }, (_, i): RawFile => ({
            name: `b${String(i).padStart(3, '0')}.csv`,
            data: new Uint8Array(50_000),
            central: { offset: 0 },
            only: 'central',
          })),
        ]),
      container,
    ],
    'an offset to another file': central({ offset: 0 }),
    'an offset past the end': central({ offset: 0xfffffff0 }),
    '201 files': [() => many(201), container],
    '65,535 files': [() => many(65_535), container],
    '100,000 files, of which the end counts 34,464': [() => many(100_000), container],
  };
}

function many(count: number): Uint8Array {
  return rawZip(
    Array.from({ length: count }, (_, i) => ({ name: `f${String(i).padStart(6, '0')}`, data: none })),
  );
}

const same = (file: RawFile): RawFile => file;

function hostileStructures(files: readonly RawFile[], as: As): HostileFiles {
  const end = (change: RawEnd) => [() => as(same, change), container] as const;
  const empty = endRecord({}, { count: 0, size: 0, start: 0 });
  const evil: RawFile = { name: 'data/evil.csv', data: utf8('evil') };
  const end64 = numbers(
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, 1],
    [8, 1],
    [8, 1],
    [8, 0],
  );
  return {
    'bytes before the archive': end({ before: utf8('#!/bin/sh\n') }),
    'bytes before it that the offsets know nothing of': [
      () => concatBytes([utf8('MZ'), as(same)]),
      container,
    ],
    'a whole archive before it': [() => concatBytes([rawZip([evil]), as(same)]), container],
    'a whole archive behind it': [() => concatBytes([as(same), rawZip([evil])]), container],
    'bytes behind the archive': end({ after: utf8('x') }),
    'a comment': end({ comment: utf8('x') }),
    'an end in the comment': end({ comment: empty }),
    'two ends': end({ after: empty }),
    'an end of zip64': end({
      beforeEnd: concatBytes([end64, numbers([4, 0x07064b50], [4, 0], [8, 0], [4, 1])]),
    }),
    'a signature of the directory': end({ beforeEnd: numbers([4, 0x05054b50], [2, 0]) }),
    'a gap before a file': [() => as((file) => ({ ...file, before: utf8('gap') })), container],
    'a gap behind a file': [() => as((file) => ({ ...file, behind: utf8('gap') })), container],
    'a file the directory does not name': [() => rawZip([...files, { ...evil, only: 'local' }]), container],
    'a file that only the directory names': [() => added(files, { ...evil, only: 'central' }), container],
    'files in another order': [() => rawZip(files.toReversed()), container],
    'a directory in another order': [() => rawZip([...files.slice(1), ...files.slice(0, 1)]), container],
    'another disk': end({ disk: 1 }),
    'fewer files than there are': end({ here: files.length - 1, count: files.length - 1 }),
    'more files than there are': end({ here: files.length + 1, count: files.length + 1 }),
    'counts that differ': end({ here: 1 }),
    'a directory elsewhere': end({ start: 0 }),
    'a directory past the end': end({ start: 0xfffffff0 }),
    'a larger directory': end({ size: 0xffffffff }),
    'no directory': end({ here: 0, count: 0, size: 0 }),
    'an empty archive': [() => empty, ['E_MISSING_FILE', 'E_MANIFEST']],
    'the mark of a divided archive': end({ before: numbers([4, 0x08074b50]) }),
  };
}

function otherFiles(good: Uint8Array): HostileFiles {
  return {
    nothing: [() => none, container],
    'one byte': [() => utf8('P'), container],
    'an archive without its last byte': [() => good.subarray(0, -1), container],
    'an end cut off': [() => good.subarray(0, -22), container],
    'the bundle compressed': [() => gzipSync(good), container],
    'a picture': [() => concatBytes([Uint8Array.of(0x89), utf8('PNG\r\n\u001a\n'), good]), container],
    zeros: [() => new Uint8Array(10_000_000), container],
    'marks of an end alone': [() => Buffer.alloc(4_000_000, numbers([4, 0x06054b50])), container],
    'a text': [() => utf8('release this, please\n'.repeat(1000)), container],
  };
}
