import { gzipSync } from 'node:zlib';
import {
  around,
  bytesOf,
  good,
  header,
  megabytes,
  row,
  rows,
  sevenKept,
  type HostileFile,
} from './hostile-file.ts';
import { gzipBomb } from './gzip-bomb.ts';

const lineFeed = 10;
const letter = 97;
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
/** Rows that hardly compress, so that a cut lies in their middle. */
const scattered = Array.from(
  { length: 20_000 },
  (_, i) => `${(i * 2_654_435_761) % 4_294_967_296}${row(i)}`,
).join('');
const noText = /not (a )?text|is no text|is an? .*(file|archive|image|document)/i;

/** Files that are hostile by their bytes: encodings, gzip, other formats under a wrong name, and sheer size. */
export const filesOfBytes: readonly HostileFile[] = [
  {
    name: 'empty.csv',
    what: 'no byte at all',
    content: () => '',
    expected: { refused: 'empty-file', says: /is empty/ },
  },
  {
    name: 'only-mark.csv',
    what: 'a UTF-8 byte order mark alone',
    content: () => '\uFEFF',
    expected: { refused: 'empty-file', says: /is empty/ },
  },
  {
    name: 'only-mark-utf16.csv',
    what: 'a UTF-16 byte order mark alone',
    content: () => utf16(''),
    expected: { refused: 'empty-file', says: /is empty/ },
  },
  {
    name: 'only-line-ends.csv',
    what: 'line ends of all kinds and no text',
    content: () => '\n\r\n\n',
    expected: { refused: 'empty-file', says: /is empty/ },
  },
  {
    name: 'only-spaces.csv',
    what: 'blanks, tabs and line ends',
    content: () => '   \n\t\n  \n',
    expected: { refused: 'one-column', says: /only one column/ },
  },
  {
    name: 'nul-bytes.csv',
    what: 'a NUL in the first row',
    content: () => good.replace('p0', 'p\0'),
    expected: { refused: 'unknown-encoding', says: noText },
  },
  {
    name: 'nul-bytes-late.csv',
    what: 'NULs in a person, a time and a position, behind what the first look sees',
    content: () =>
      `${header}${rows(17_000)}a\0b,2026-05-04T10:00:00Z,51,12\nc,2026-05-04T10:0\0:00Z,51,12\nd,2026-05-04T10:00:00Z,5\0,12\n${rows(5, 17_000)}`,
    // A person with a NUL is a person; a time or position with one is none.
    expected: {
      rows: 17_008,
      kept: 17_006,
      persons: 17_006,
      dropped: { badTime: 1, badPosition: 1 },
      rejected: [17_003, 17_004],
    },
  },
  {
    name: 'line-of-64-megabytes.csv',
    what: 'one line of 64 MiB',
    content: () => megabytes(64, letter),
    expected: { refused: 'one-column', says: /only one column/ },
  },
  {
    name: 'line-of-64-megabytes-of-fields.csv',
    what: 'one line of 64 MiB of commas',
    content: () => megabytes(64, 44),
    expected: { refused: 'too-many-columns', says: /more than .* columns/ },
  },
  {
    name: 'line-of-64-megabytes-inside.csv',
    what: 'a line of 64 MiB between rows',
    content: () => around(good, megabytes(64, letter), `\n${rows(3, 7)}`),
    expected: { refused: 'line-too-long', says: /events\.csv.*line 9/i },
  },
  {
    name: 'line-of-2-megabytes.csv',
    what: 'a field of 2 MiB that nobody reads',
    content: () =>
      around(
        'person,time,lat,lon,note\np0,2026-05-04T10:00:00Z,51,12,x\np1,2026-05-04T10:00:00Z,51,12,',
        megabytes(2, letter),
        '\np2,2026-05-04T10:00:00Z,51,12,y\n',
      ),
    // DuckDB reads lines of up to 2 MB.
    expected: { rows: 3, kept: 2, persons: 2, dropped: { ragged: 1 }, rejected: [3] },
  },
  {
    name: 'lone-carriage-returns.csv',
    what: 'line ends of old Macs',
    content: () => good.replaceAll('\n', '\r'),
    expected: { refused: 'line-ends', says: /events\.csv.*carriage returns.*save it again/i },
  },
  {
    name: 'mixed-line-ends.csv',
    what: 'all line ends in one file, doubled returns among them',
    content: () => `${header}${row(0).trim()}\r\n${row(1)}${row(2).trim()}\r\r\n${row(3)}\r\n${row(4)}`,
    expected: { rows: 5, kept: 5, persons: 5 },
  },
  {
    name: 'utf16-odd-byte.csv',
    what: 'UTF-16 with half a character behind its last line',
    content: () => bytesOf(utf16(good), [65]),
    expected: { rows: 8, kept: 7, persons: 7, dropped: { ragged: 1 }, rejected: [9] },
  },
  {
    name: 'utf16-cut-in-row.csv',
    what: 'UTF-16 cut inside its last row',
    content: () => utf16(good).subarray(0, -31),
    expected: { rows: 7, kept: 6, persons: 6, dropped: { ragged: 1 }, rejected: [8] },
  },
  {
    name: 'utf16-without-mark.csv',
    what: 'UTF-16 without a byte order mark',
    content: () => Buffer.from(good, 'utf16le'),
    expected: { refused: 'unknown-encoding', says: /UTF-16 with a byte order mark/ },
  },
  {
    name: 'utf32.csv',
    what: 'UTF-32, whose mark begins as that of UTF-16',
    content: () => bytesOf([0xff, 0xfe, 0, 0], Buffer.from(good.split('').join('\0'), 'utf16le')),
    expected: { refused: 'unknown-encoding', says: noText },
  },
  {
    name: 'utf8-cut-in-character.csv',
    what: 'UTF-8 cut inside a letter of its last row',
    content: () => bytesOf(good, 'J\u00fc').subarray(0, -1),
    expected: { rows: 8, kept: 7, persons: 7, dropped: { ragged: 1 }, rejected: [9] },
  },
  {
    name: 'windows-1252-in-utf8.csv',
    what: 'one row in Windows-1252 among rows in UTF-8',
    content: () =>
      bytesOf(
        header,
        'J\u00fcrgen,2026-05-04T10:00:00Z,51,12\nZo\u00eb,2026-05-04T10:00:00Z,51,12\nJ',
        [0xfc],
        'rgen,2026-05-04T10:00:00Z,51,12\n',
        rows(4),
      ),
    expected: { rows: 7, kept: 6, persons: 6, dropped: { ragged: 1 }, rejected: [4] },
  },
  {
    name: 'windows-1252-in-utf8-late.csv',
    what: 'the same, behind what the first look sees',
    content: () =>
      bytesOf(
        header,
        'J\u00fcrgen,2026-05-04T10:00:00Z,51,12\n',
        rows(17_000),
        'J',
        [0xfc],
        'rgen,2026-05-04T10:00:00Z,51,12\n',
        rows(3),
      ),
    expected: {
      rows: 17_005,
      kept: 17_001,
      persons: 17_001,
      dropped: { ragged: 1, duplicate: 3 },
      rejected: [17_003],
    },
  },
  {
    name: 'ebcdic.csv',
    what: 'the code of mainframes',
    content: () => Uint8Array.from({ length: 200 }, (_, i) => [0x97, 0xf1, 0x6b, 0xf2, 0x15][i % 5] ?? 0),
    expected: { refused: 'unknown-encoding', says: noText },
  },
  {
    name: 'noise.csv',
    what: 'random bytes',
    content: () => Uint8Array.from({ length: 4096 }, (_, i) => (i * 2_654_435_761) >>> 24),
    expected: { refused: 'unknown-encoding', says: noText },
  },
  {
    name: 'gzip-of-nothing.csv.gz',
    what: 'gzip of an empty file',
    content: () => gzipSync(''),
    expected: { refused: 'empty-file', says: /is empty/ },
  },
  {
    name: 'gzip-cut.csv.gz',
    what: 'gzip cut 2,000 bytes before its end',
    content: () => gzipSync(header + scattered).subarray(0, -2000),
    expected: { refused: 'gzip-damaged', says: /damaged or cut short/ },
  },
  {
    name: 'gzip-head-only.csv.gz',
    what: 'the first ten bytes of a gzip',
    content: () => gzipSync(good).subarray(0, 10),
    expected: { refused: 'gzip-damaged', says: /damaged or cut short/ },
  },
  {
    name: 'gzip-wrong-sum.csv.gz',
    what: 'gzip whose check sum is not that of its rows',
    content: () => gzipSync(good).map((byte, i, all) => (i === all.length - 8 ? byte ^ 1 : byte)),
    expected: { refused: 'gzip-damaged', says: /damaged or cut short/ },
  },
  {
    name: 'gzip-of-gzip.csv.gz.gz',
    what: 'gzip of a gzip',
    content: () => gzipSync(gzipSync(good)),
    expected: { refused: 'unknown-encoding', says: noText },
  },
  {
    name: 'gzip-in-parts.csv.gz',
    what: 'two gzip files one behind the other, as cat makes them',
    content: () => bytesOf(gzipSync(header + rows(4)), gzipSync(rows(3, 4))),
    expected: sevenKept,
  },
  {
    name: 'gzip-bomb-of-zeros.csv.gz',
    what: '1 GiB of zeros in a megabyte',
    content: () => gzipBomb('', 1024, 0),
    expected: { refused: 'unknown-encoding', says: noText },
  },
  {
    name: 'gzip-bomb-late.csv.gz',
    what: 'a megabyte of rows, then 1 GiB of zeros',
    content: () => gzipBomb(header + scattered, 1024, 0),
    expected: { refused: 'line-too-long', says: /line 20002/ },
  },
  {
    name: 'gzip-bomb-of-blank-lines.csv.gz',
    what: 'seven rows, then 24 MiB of line feeds',
    content: () => gzipBomb(good, 24, lineFeed),
    expected: sevenKept,
  },
  {
    name: 'archive.zip.csv',
    what: 'a zip archive',
    content: () => bytesOf('PK', [3, 4, 20, 0, 0, 0, 8, 0], new Uint8Array(200)),
    expected: { refused: 'format-archive', says: /is an archive: unpack it/ },
  },
  {
    name: 'workbook.xlsx.csv',
    what: 'a workbook of a spreadsheet',
    content: () =>
      bytesOf(
        'PK',
        [3, 4, 20, 0, 6, 0, 8, 0],
        new Uint8Array(18),
        '[Content_Types].xml',
        new Uint8Array(200),
      ),
    expected: { refused: 'format-spreadsheet', says: /save the sheet as CSV/ },
  },
  {
    name: 'report.pdf.csv',
    what: 'a PDF',
    content: () =>
      bytesOf(
        '%PDF-1.7\n%',
        [0xe2, 0xe3, 0xcf, 0xd3],
        '\n1 0 obj\n<< /Length 3 >>\nstream\n',
        [0x78, 0x9c, 1, 0, 0],
        '\nendstream\n',
      ),
    expected: { refused: 'format-document', says: /choose the table it was made from/ },
  },
  {
    name: 'picture.png.csv',
    what: 'a PNG',
    content: () => bytesOf([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13], 'IHDR', new Uint8Array(30)),
    expected: { refused: 'format-document', says: /choose the table it was made from/ },
  },
  {
    name: 'database.sqlite.csv',
    what: 'an SQLite database',
    content: () => bytesOf('SQLite format 3\0', [16, 0, 1, 1], new Uint8Array(100)),
    expected: { refused: 'format-database', says: /export its table/ },
  },
  {
    name: 'cut.parquet.csv',
    what: 'the first bytes of a Parquet file',
    content: () => bytesOf('PAR1', [0x15, 4, 0x15, 0x80, 1, 0x15, 0x50], new Uint8Array(100)),
    expected: { refused: 'parquet-damaged', says: /events\.csv/ },
  },
  {
    name: 'database.duckdb.csv',
    what: 'a DuckDB database',
    content: () => bytesOf(new Uint8Array(8), 'DUCK', [64, 0, 0, 0], new Uint8Array(100)),
    expected: { refused: 'format-duckdb', says: /export the table as Parquet or CSV/ },
  },
  {
    name: 'calls.tap3.csv',
    what: 'TAP3, which is ASN.1',
    content: () =>
      bytesOf([0x61, 0x82, 1, 0x40, 0x64, 0x81, 0x90, 0x5f, 0x81, 0x44, 5], 'DEUE2', new Uint8Array(60)),
    expected: { refused: 'format-asn1', says: /have your mediation system export it/ },
  },
  {
    name: 'archive.tar.gz.csv',
    what: 'a packed tar archive',
    content: () => gzipSync(bytesOf('events.csv', new Uint8Array(247), 'ustar', new Uint8Array(250), good)),
    expected: { refused: 'format-archive', says: /unpack it/ },
  },
  {
    name: 'page.html.csv',
    what: 'the page that says that one has to sign in first',
    content: () => '<!DOCTYPE html>\n<html><body>Sign in, please</body></html>\n',
    expected: { refused: 'format-markup', says: /web page/ },
  },
  {
    name: 'rows.json.csv',
    what: 'rows as JSON',
    content: () => '[{"person":"a","time":"2026-05-04T10:00:00Z"}]\n',
    expected: { refused: 'format-markup', says: /JSON/ },
  },
];
