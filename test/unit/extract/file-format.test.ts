import { describe, expect, it } from 'vitest';
import german from '../../../renderer/desk/language/de/errors.json' with { type: 'json' };
import { Refusal } from '../../../shared/base/failure.ts';
import { formatOf, refuseFormat } from '../../../shared/extract/file-format.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const at = (place: number, text: string): Uint8Array => latin(' '.repeat(place) + text);

const formats: readonly (readonly [string, Uint8Array, string | undefined])[] = [
  ['Parquet', latin('PAR1\x15\x04'), 'parquet'],
  ['encrypted Parquet', latin('PARE'), 'parquet'],
  ['DuckDB', latin('\x01\x02\x03\x04\x05\x06\x07\x08DUCK@'), 'duckdb'],
  ['SQLite', latin('SQLite format 3\0\x10'), 'database'],
  ['Access', latin('\0\x01\0\0Standard Jet DB'), 'database'],
  ['old Excel', latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0'), 'spreadsheet'],
  ['XLSX', latin('PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml'), 'spreadsheet'],
  ['ODS', latin('PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'spreadsheet'],
  ['zip', latin('PK\x03\x04\x14\0events.csv'), 'archive'],
  ['an empty zip', latin('PK\x05\x06'), 'archive'],
  ['tar', at(257, 'ustar\x0000'), 'archive'],
  ['bzip2', latin('BZh91AY&SY'), 'archive'],
  ['xz', latin('\xFD7zXZ\0'), 'archive'],
  ['zstd', latin('\x28\xB5\x2F\xFD'), 'archive'],
  ['7z', latin("7z\xBC\xAF'\x1C"), 'archive'],
  ['PDF', latin('%PDF-1.7'), 'document'],
  ['PNG', latin('\x89PNG\r\n\x1A\n'), 'document'],
  ['JPEG', latin('\xFF\xD8\xFF\xE0'), 'document'],
  ['a web page', latin('\r\n<!DOCTYPE html>'), 'markup'],
  ['XML', latin('<?xml version="1.0"?>'), 'markup'],
  ['JSON', latin('{ "events": []'), 'markup'],
  ['a JSON list', latin('[\n {"a": 1}'), 'markup'],
  ['ORC', latin('ORC\x08\x03'), 'columnar'],
  ['Avro', latin('Obj\x01\x04'), 'columnar'],
  ['Arrow', latin('ARROW1\0\0'), 'columnar'],
  ['TAP3', latin('\x61\x82\x10\x00\x64\x81\x05\x5F\x81\x44\x05DEUE2\x01'), 'asn1'],
  ['a TAP3 notification', latin('\x62\x81\x50\x5F\x81\x44\x01'), 'asn1'],
  ['records in a sequence', latin('\x30\x80\xA0\x03\x02\x01\x05'), 'asn1'],
  ['CSV', latin('person,time,cell\n'), undefined],
  ['CSV that begins like formats', latin('ORCID,PK,BZh,GIF\n'), undefined],
  ['CSV of one column in braces', latin('{12,34}\n'), undefined],
  ['text whose first letter is that of TAP3', latin('a\x82,b\n1,2\n'), undefined],
  ['nothing', latin(''), undefined],
];

describe('the format of a file', () => {
  it.each(formats)('is told for %s', (_name, head, format) => {
    expect(formatOf(head)).toBe(format);
  });

  it('is refused with what to do, in both languages, and naming the file', () => {
    for (const [, head, format] of formats) {
      if (format === undefined) {
        expect(() => refuseFormat(head, 'x', 'events')).not.toThrow();
        continue;
      }
      let refusal: unknown;
      try {
        refuseFormat(head, 'x.dat', 'events');
      } catch (error) {
        refusal = error;
      }
      if (!(refusal instanceof Refusal)) throw new Error(`${format} was not refused`);
      expect(refusal.failure.code).toBe(format === 'parquet' ? 'parquet-packed' : `format-${format}`);
      expect(refusal.message).toContain('x.dat');
      expect(Object.hasOwn(german, refusal.failure.code)).toBe(true);
    }
  });

  it('may be JSON where zones or places are asked for', () => {
    for (const kind of ['zones', 'places'] as const)
      expect(() => refuseFormat(latin('{"type":"FeatureCollection"'), 'z', kind)).not.toThrow();
    expect(() => refuseFormat(latin('{"type":"FeatureCollection"'), 'z', 'population')).toThrow(Refusal);
    expect(() => refuseFormat(latin('%PDF-1.7'), 'z', 'zones')).toThrow(Refusal);
  });
});
