import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../shared/base/bytes.ts';
import { crc32 } from '../../../shared/bundle/crc32.ts';
import { parseManifest, writeManifest } from '../../../shared/bundle/manifest.ts';
import { readZip } from '../../../shared/bundle/zip-read.ts';
import { writeZip } from '../../../shared/bundle/zip-write.ts';

const files = new Map([
  ['b/two.txt', utf8('two')],
  ['a.txt', utf8('')],
  ['VERIFY.txt', utf8('how')],
]);
const zip = writeZip(files);

/** A copy with `value` written at `at`; negative positions count from the end. */
function patched(at: number, ...value: number[]): Uint8Array {
  const copy = zip.slice();
  copy.set(value, at < 0 ? copy.length + at : at);
  return copy;
}

describe('the archive', () => {
  it('reads back what was written, sorted by name', () => {
    const read = readZip(zip);
    if (!read.ok) throw new Error(read.fault.what);
    expect([...read.files.keys()]).toEqual(['VERIFY.txt', 'a.txt', 'b/two.txt']);
    expect(read.files.get('b/two.txt')).toEqual(utf8('two'));
    expect(read.damaged).toEqual([]);
  });

  it('knows the CRC-32 of the standard check text', () => {
    expect(crc32(utf8('123456789')).toString(16)).toBe('cbf43926');
    expect(crc32(utf8('The quick brown fox jumps over the lazy dog')).toString(16)).toBe('414fa339');
  });

  it('names a file whose CRC-32 does not fit', () => {
    const read = readZip(patched(30 + 'VERIFY.txt'.length, 'H'.charCodeAt(0)));
    expect(read.ok && read.damaged).toEqual(['VERIFY.txt']);
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['only an end', zip.slice(-22)],
    ['a comment', new Uint8Array([...patched(-2, 1, 0), 33])],
    ['a compression method', patched(8, 8)],
    ['an encryption flag', patched(6, 1)],
    ['another date', patched(10, 1)],
    ['another number of files', patched(-12, 2, 0, 2, 0)],
    ['a directory elsewhere', patched(-6, 1, 0, 0, 0)],
    ['another disk', patched(-18, 1)],
    ['a name with ..', patched(30, 46, 46, 47)],
    ['an upper-case name', patched(30, 65)],
  ])('refuses %s', (_name, bytes) => {
    expect(readZip(bytes).ok).toBe(false);
  });

  it.each(['../x', '/x', 'a\\b', 'A.txt', 'é', 'a//b', '.hidden', 'x'.repeat(101)])(
    'never writes a file called %s',
    (name) => {
      expect(() => writeZip(new Map([[name, utf8('x')]]))).toThrow(/name/);
    },
  );
});

describe('a manifest', () => {
  const digest = 'ab'.repeat(32);
  it('is written with two spaces and sorted, and read back', () => {
    const digests = new Map([
      ['b', digest],
      ['a', digest],
    ]);
    expect(writeManifest(digests)).toEqual(utf8(`${digest}  a\n${digest}  b\n`));
    expect(parseManifest(writeManifest(digests))).toEqual(digests);
  });

  it.each([
    ['upper-case digits', `${digest.toUpperCase()}  a\n`],
    ['the binary mark', `${digest} *a\n`],
    ['one space', `${digest} a\n`],
    ['line ends of Windows', `${digest}  a\r\n`],
    ['a byte order mark', `\uFEFF${digest}  a\n`],
    ['no last line end', `${digest}  a`],
    ['lines out of order', `${digest}  b\n${digest}  a\n`],
    ['a line twice', `${digest}  a\n${digest}  a\n`],
    ['a path upwards', `${digest}  ../a\n`],
    ['an empty line', `${digest}  a\n\n`],
    ['nothing', ''],
  ])('is refused with %s', (_name, text) => {
    expect(parseManifest(utf8(text))).toBeUndefined();
  });
});
