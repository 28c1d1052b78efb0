import { Refusal } from '../base/failure.ts';
import type { FileKind } from './source.ts';

/** Formats that are told by their first bytes and are not read as text. */
export type FileFormat =
  'parquet' | 'duckdb' | 'spreadsheet' | 'database' | 'archive' | 'document' | 'markup' | 'columnar' | 'asn1';

const latin = (text: string): readonly number[] => Array.from(text, (char) => char.charCodeAt(0));

/** First bytes at a place in the file, the telling ones. */
const signatures: readonly (readonly [FileFormat, number, readonly number[]])[] = [
  ['parquet', 0, latin('PAR1')],
  ['parquet', 0, latin('PARE')],
  ['duckdb', 8, latin('DUCK')],
  ['database', 0, latin('SQLite format 3\0')],
  ['database', 0, [0, 1, 0, 0, ...latin('Standard ')]],
  ['spreadsheet', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['archive', 0, latin('PK\x03\x04')],
  ['archive', 0, latin('PK\x05\x06')],
  ['archive', 257, latin('ustar')],
  ['archive', 0, latin("7z\xBC\xAF'\x1C")],
  ['archive', 0, latin('Rar!\x1A\x07')],
  ['archive', 4, latin('1AY&SY')],
  ['archive', 0, latin('\xFD7zXZ\0')],
  ['archive', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['archive', 0, [0x04, 0x22, 0x4d, 0x18]],
  ['document', 0, latin('%PDF-')],
  ['document', 0, latin('\x89PNG\r\n')],
  ['document', 0, latin('GIF8')],
  ['document', 0, [0xff, 0xd8, 0xff]],
  ['columnar', 0, latin('ORC\x08')],
  ['columnar', 0, latin('ORC\x0A')],
  ['columnar', 0, latin('Obj\x01')],
  ['columnar', 0, latin('ARROW1')],
  ['columnar', 0, latin('FEA1')],
  ['columnar', 0, latin('\x89HDF\r\n')],
];

const markup = /^\uFEFF?\s*(<!doctype html|<html|<\?xml|\{\s*"|\[\s*[[{])/i;
const inSpreadsheet = /\[Content_Types\]\.xml|xl\/|mimetypeapplication\/vnd\.oasis/;

/** What a file is by its first bytes; `undefined` for what may be a table as text. */
export function formatOf(head: Uint8Array): FileFormat | undefined {
  const text = String.fromCharCode(...head.subarray(0, 4096));
  const told = signatures.find(([, at, bytes]) => bytes.every((byte, i) => head[at + i] === byte))?.[0];
  if (told === 'archive' && text.startsWith('PK') && inSpreadsheet.test(text)) return 'spreadsheet';
  if (told) return told;
  if (markup.test(text)) return 'markup';
  return isAsn1(head) ? 'asn1' : undefined;
}

/**
 * Whether bytes begin as basic encoding rules do: the tag of a record (of TAP3 files 0x61 or 0x62), a length of the long form, and
 * soon bytes that no text has.
 */
function isAsn1(head: Uint8Array): boolean {
  const [tag = 0, length = 0] = head;
  const record = tag === 0x30 || tag === 0x61 || tag === 0x62 || (tag >= 0xa0 && tag <= 0xbf);
  return record && length >= 0x80 && length <= 0x84 && head.subarray(0, 512).some((byte) => byte < 9);
}

const instead: Readonly<Record<Exclude<FileFormat, 'parquet'>, readonly [code: string, message: string]>> = {
  duckdb: [
    'format-duckdb',
    'is a DuckDB file, which only the native engine reads: let it be used, or export the table as Parquet or CSV',
  ],
  spreadsheet: [
    'format-spreadsheet',
    'is a spreadsheet: save the sheet as CSV (UTF-8), with full numbers and dates',
  ],
  database: ['format-database', 'is a database file: export its table as CSV or Parquet'],
  archive: [
    'format-archive',
    'is an archive: unpack it and choose the files in it; only gzip is unpacked here',
  ],
  document: [
    'format-document',
    'is a document or a picture: choose the table it was made from, as CSV or Parquet',
  ],
  markup: [
    'format-markup',
    'is JSON, XML or a web page: export a table with one row a line, as CSV or Parquet',
  ],
  columnar: [
    'format-columnar',
    'is in a format for columns that is not read here: export it as Parquet or CSV',
  ],
  asn1: [
    'format-asn1',
    'is a binary file of call records (TAP3 or another in ASN.1): have your mediation system export it as CSV',
  ],
};

/** Kinds of files that may be JSON. */
const jsonKinds: ReadonlySet<FileKind> = new Set(['zones', 'places']);

/** Refuses a file that is not read as text, and says what to do instead. Parquet is refused where only text is read, as within gzip. */
export function refuseFormat(head: Uint8Array, name: string, kind: FileKind): void {
  const format = formatOf(head);
  if (format === undefined || (format === 'markup' && jsonKinds.has(kind))) return;
  if (format === 'parquet')
    throw new Refusal(
      'parquet-packed',
      `${name} is a Parquet file where text is wanted, or one packed with gzip: unpack it, or export it as CSV.`,
      { file: name },
    );
  const [code, message] = instead[format];
  throw new Refusal(code, `${name} ${message}.`, { file: name });
}
