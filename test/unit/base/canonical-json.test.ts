import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../shared/base/base64.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import {
  canonicalJson,
  canonicalJsonFile,
  parseCanonicalJsonFile,
} from '../../../shared/base/canonical-json.ts';
import { fromHex, toHex } from '../../../shared/base/hex.ts';
import type { Json } from '../../../shared/base/json.ts';
import { parseStrictJson } from '../../../shared/base/strict-json.ts';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const value = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    ) as Json;
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts keys by UTF-16 code units, as RFC 8785, section 3.2.3 shows', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(Object.keys(JSON.parse(written) as object)).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ]);
  });

  it('reads back what it wrote', () => {
    const value = { b: [1, -2, 0.5, 'ä'], a: { c: null } };
    expect(parseCanonicalJsonFile(canonicalJsonFile(value))).toEqual({ ok: true, value });
  });

  it.each([
    ['a space', '{"a": 1}\n'],
    ['no line feed', '{"a":1}'],
    ['two line feeds', '{"a":1}\n\n'],
    ['a key twice', '{"a":1,"a":1}\n'],
    ['keys out of order', '{"b":1,"a":1}\n'],
    ['__proto__', '{"__proto__":1}\n'],
    ['a lone surrogate', '"\\ud800"\n'],
    ['another form of a number', '1.0\n'],
    ['minus zero', '-0\n'],
    ['a number too large', '1e999\n'],
    ['a needless escape', '"\\u0041"\n'],
    ['a byte order mark', '\uFEFF1\n'],
    ['deep nesting', `${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
    ['no JSON', '{\n'],
  ])('refuses %s', (_name, text) => {
    expect(parseCanonicalJsonFile(utf8(text)).ok).toBe(false);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(parseCanonicalJsonFile(Uint8Array.of(34, 0xff, 34, 10)).ok).toBe(false);
  });
});

describe('strict JSON', () => {
  it('takes any layout, and the same key in different objects', () => {
    expect(parseStrictJson('{ "a": {"a": 1}, "b": [ {"a": "x:{"}, {"a": 2} ] }').ok).toBe(true);
  });

  it.each([
    '{"a":1,"a":2}',
    String.raw`{"a":1,"\u0061":2}`,
    '[{"a":{},"a":1}]',
    '{"__proto__":1}',
    `${'['.repeat(65)}${']'.repeat(65)}`,
    '',
  ])('refuses %s', (text) => {
    expect(parseStrictJson(text).ok).toBe(false);
  });
});

describe('bytes as text', () => {
  it.each([[''], ['f'], ['fo'], ['foo'], ['foob'], ['fooba'], ['foobar']])(
    'base64 of "%s" is what RFC 4648 says, both ways',
    (text) => {
      const encoded = Buffer.from(text).toString('base64');
      expect(toBase64(utf8(text))).toBe(encoded);
      expect(fromBase64(encoded)).toEqual(utf8(text));
    },
  );

  it.each(['Zg', 'Zg=', 'Zh==', 'Z===', 'Zm9v\n', '-_==', 'Zg==Zg=='])('"%s" is no base64', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  it('hexadecimal goes both ways, lower case only', () => {
    expect(toHex(Uint8Array.of(0, 10, 255))).toBe('000aff');
    expect(fromHex('000aff')).toEqual(Uint8Array.of(0, 10, 255));
    expect([fromHex('0'), fromHex('0A'), fromHex('0g')]).toEqual([undefined, undefined, undefined]);
  });
});
