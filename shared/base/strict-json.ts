import { isWellFormed } from './bytes.ts';
import type { Json } from './json.ts';

/** Deepest nesting of arrays and objects that is read. */
export const maximumJsonDepth = 64;

/** The value a JSON text holds, or why it was refused. */
export type JsonResult =
  { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly reason: string };

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
    return { ok: false, reason: 'it is not JSON' };
  }
  const reason = nestingFault(text) ?? valueFault(value, 0) ?? repeatedKey(text);
  return reason === undefined ? { ok: true, value } : { ok: false, reason };
}

/** Why `value` may not be stored: a lone surrogate, `__proto__`, a number that is not finite, nesting; else `undefined`. */
export function valueFault(value: Json, depth: number): string | undefined {
  if (value === null || typeof value !== 'object') return scalarFault(value);
  if (depth >= maximumJsonDepth) return tooDeep;
  if (isList(value)) return firstFault(value, depth);
  const keys = Object.keys(value);
  if (keys.includes('__proto__')) return 'a key is called __proto__';
  return firstFault(keys, depth) ?? firstFault(Object.values(value), depth);
}

const tooDeep = `it is nested deeper than ${maximumJsonDepth} levels`;

function scalarFault(value: null | boolean | number | string): string | undefined {
  if (typeof value === 'string' && !isWellFormed(value))
    return 'a text holds half a character (a lone surrogate)';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number is not finite';
  return undefined;
}

function firstFault(values: readonly Json[], depth: number): string | undefined {
  for (const value of values) {
    const fault = valueFault(value, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function nestingFault(text: string): string | undefined {
  let depth = 0;
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') depth += 1;
    if (part === '}' || part === ']') depth -= 1;
    if (depth > maximumJsonDepth) return tooDeep;
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
      if (open.at(-1)?.has(key) === true) return `the key "${key}" stands twice`;
      open.at(-1)?.add(key);
    }
    if (part.trim() !== '') last = part;
  }
  return undefined;
}
