import { isWellFormed } from './bytes.ts';
import type { Json } from './json.ts';

/** Deepest nesting of arrays and objects that is read. */
export const maximumJsonDepth = 64;

/** Why a JSON text is refused, in English. */
export const jsonFaults = {
  'not-utf8': 'it is not UTF-8',
  'not-json': 'it is not JSON',
  'too-deep': `it is nested deeper than ${maximumJsonDepth} levels`,
  'prototype-key': 'a key is called __proto__',
  'repeated-key': 'a key stands twice',
  'half-character': 'a text holds half a character (a lone surrogate)',
  'infinite-number': 'a number is not finite',
  'not-canonical': `it is not canonical JSON (RFC 8785): spaces, order of keys, a key given twice, number form, at most ${maximumJsonDepth} levels`,
} as const;
/** The name of one reason to refuse a JSON text. */
export type JsonFault = keyof typeof jsonFaults;

/** The value a JSON text holds, or why it was refused: its name, and the same in English. */
export type JsonResult =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly fault: JsonFault; readonly reason: string };

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+|\s+/gy;

/**
 * Reads JSON (RFC 8259) and refuses what readers disagree about: a key given twice, the key `__proto__`, a lone
 * surrogate, a number that is not finite, and nesting deeper than `maximumJsonDepth`.
 */
export function parseStrictJson(text: string): JsonResult {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return refused('not-json');
  }
  const fault = nestingFault(text) ?? valueFault(value, 0);
  if (fault !== undefined) return refused(fault);
  const key = repeatedKey(text);
  if (key === undefined) return { ok: true, value };
  return { ok: false, fault: 'repeated-key', reason: `the key "${key}" stands twice` };
}

/** The result of a text refused for `fault`. */
export function refused(fault: JsonFault): JsonResult {
  return { ok: false, fault, reason: jsonFaults[fault] };
}

/** Why `value` may not be stored: a lone surrogate, `__proto__`, a number that is not finite, nesting; else `undefined`. */
export function valueFault(value: Json, depth: number): JsonFault | undefined {
  if (value === null || typeof value !== 'object') return scalarFault(value);
  if (depth >= maximumJsonDepth) return 'too-deep';
  if (isList(value)) return firstFault(value, depth);
  const keys = Object.keys(value);
  if (keys.includes('__proto__')) return 'prototype-key';
  return firstFault(keys, depth) ?? firstFault(Object.values(value), depth);
}

function scalarFault(value: null | boolean | number | string): JsonFault | undefined {
  if (typeof value === 'string' && !isWellFormed(value)) return 'half-character';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'infinite-number';
  return undefined;
}

function firstFault(values: readonly Json[], depth: number): JsonFault | undefined {
  for (const value of values) {
    const fault = valueFault(value, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function nestingFault(text: string): JsonFault | undefined {
  let depth = 0;
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') depth += 1;
    if (part === '}' || part === ']') depth -= 1;
    if (depth > maximumJsonDepth) return 'too-deep';
  }
  return undefined;
}

function repeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  let last = '';
  for (const [part] of text.matchAll(token)) {
    if ('{['.includes(part)) open.push(new Set());
    if ('}]'.includes(part)) open.pop();
    if (part === ':') {
      const key = JSON.parse(last) as string;
      if (open.at(-1)?.has(key) === true) return key;
      open.at(-1)?.add(key);
    }
    if (part.trim() !== '') last = part;
  }
  return undefined;
}
