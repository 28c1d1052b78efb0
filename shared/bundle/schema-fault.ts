import type { z } from 'zod';
import { type Particular, particular, type Place, type What } from './particular.ts';

type Issue = z.core.$ZodIssue;

const types = {
  string: 'field-not-text',
  number: 'field-not-number',
  int: 'field-not-whole',
  boolean: 'field-not-boolean',
  array: 'field-not-list',
  tuple: 'field-not-list',
  object: 'field-not-object',
  record: 'field-not-object',
} as const satisfies Partial<Record<string, What>>;
const bounds = {
  too_small: { string: 'field-too-short', array: 'field-too-few', number: 'field-too-small' },
  too_big: { string: 'field-too-long', array: 'field-too-many', number: 'field-too-large' },
} as const;

/**
 * `json`, the JSON of the file `path`, as `form` reads it, or the first thing that keeps it from having that form. An issue
 * without a text of its own is told as "does not have the form asked for", with its place.
 */
export function readForm<T>(
  json: unknown,
  path: string,
  form: z.ZodType<T>,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Particular } {
  const parsed = form.safeParse(json, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    ok: false,
    fault: issue === undefined ? particular('field-form', {}, { path }) : told(issue, path),
  };
}

function told(issue: Issue, path: string): Particular {
  const field = issue.path.map(String).join('.');
  const place: Place = field === '' ? { path } : { path, field };
  const isValue = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  if (isValue && issue.input === undefined) return particular('field-missing', {}, place);
  return bounded(issue, place) ?? listed(issue, place) ?? particular(bare(issue, field), {}, place);
}

function bounded(issue: Issue, place: Place): Particular | undefined {
  if (issue.code === 'too_small')
    return particular(boundOf(issue.code, issue.origin), { limit: `${issue.minimum}` }, place);
  if (issue.code === 'too_big')
    return particular(boundOf(issue.code, issue.origin), { limit: `${issue.maximum}` }, place);
  return undefined;
}

function listed(issue: Issue, place: Place): Particular | undefined {
  if (issue.code === 'unrecognized_keys')
    return particular('field-unknown', { fields: issue.keys.join(', ') }, place);
  const offered = offeredBy(issue);
  return offered.length === 0
    ? undefined
    : particular('field-not-offered', { offered: offered.join(', ') }, place);
}

function offeredBy(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  const isKind = issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options);
  return isKind ? issue.options.map(String) : [];
}

function bare(issue: Issue, field: string) {
  if (issue.code === 'invalid_type') return own(types, issue.expected) ?? 'field-form';
  if (issue.code === 'invalid_format') return 'field-pattern';
  return issue.code === 'custom' ? refinementOf(issue, field) : 'field-form';
}

/** Lists are refined for their order alone, and a period for its ends. */
function refinementOf({ input }: Issue, field: string): 'field-order' | 'period-reversed' | 'field-form' {
  if (Array.isArray(input)) return 'field-order';
  return field === 'period' ? 'period-reversed' : 'field-form';
}

function boundOf<Code extends keyof typeof bounds>(code: Code, origin: string) {
  return own(bounds[code], origin === 'int' ? 'number' : origin) ?? bounds[code].number;
}

function own<T extends object>(texts: T, key: string): T[keyof T] | undefined {
  return Object.hasOwn(texts, key) ? texts[key as keyof T] : undefined;
}
