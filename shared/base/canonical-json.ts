import { equalBytes, fromUtf8, utf8 } from './bytes.ts';
import type { Json } from './json.ts';
import { jsonFaults, type JsonResult, refused, valueFault } from './strict-json.ts';

/**
 * `value` in the one form of RFC 8785 (JCS): keys by UTF-16 code units, no spaces, numbers as ECMAScript writes them.
 * Throws on what has no such form: a lone surrogate, `__proto__`, NaN, nesting deeper than `maximumJsonDepth`.
 */
export function canonicalJson(value: Json): string {
  const fault = valueFault(value, 0);
  if (fault !== undefined) throw new Error(`no canonical JSON: ${jsonFaults[fault]}`);
  return write(value);
}

/** A canonical JSON file: `canonicalJson` and one line feed, as UTF-8. */
export function canonicalJsonFile(value: Json): Uint8Array {
  return utf8(`${canonicalJson(value)}\n`);
}

/** Reads a file written by `canonicalJsonFile` and refuses every other byte sequence, also one that means the same. */
export function parseCanonicalJsonFile(bytes: Uint8Array): JsonResult {
  const text = fromUtf8(bytes);
  if (text === undefined) return refused('not-utf8');
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return refused('not-json');
  }
  const fault = valueFault(value, 0);
  if (fault !== undefined) return refused(fault);
  return equalBytes(utf8(`${write(value)}\n`), bytes) ? { ok: true, value } : refused('not-canonical');
}

function write(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(write).join(',')}]`;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${write(field)}`).join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
