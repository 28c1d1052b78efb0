import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inEnglish } from '../../../shared/bundle/particular.ts';
import { readForm } from '../../../shared/bundle/schema-fault.ts';
import { told } from '../../support/told-failures.ts';

const form = z.strictObject({
  text: z.string().min(2).max(3).optional(),
  number: z.number().min(5).max(6).optional(),
  whole: z.int().optional(),
  flag: z.boolean().optional(),
  list: z
    .array(z.number())
    .min(1)
    .max(2)
    .refine(([a = 0, b = 1]) => a < b)
    .optional(),
  choice: z.enum(['a', 'b']).optional(),
  kind: z.discriminatedUnion('is', [z.strictObject({ is: z.literal('x') })]).optional(),
  date: z.string().regex(/^\d$/).optional(),
  period: z
    .strictObject({ from: z.string(), to: z.string() })
    .refine(({ from, to }) => from <= to)
    .optional(),
  odd: z
    .strictObject({})
    .refine(() => false)
    .optional(),
  either: z.union([z.number(), z.boolean()]).optional(),
});

function faultOf(json: unknown) {
  const read = readForm(json, 'f.json', form);
  if (read.ok) throw new Error('it has the form');
  return read.fault;
}

describe('what keeps a file from its form', () => {
  it.each([
    [{ text: 7 }, 'field-not-text', 'text', {}],
    [{ text: 'a' }, 'field-too-short', 'text', { limit: '2' }],
    [{ text: 'abcd' }, 'field-too-long', 'text', { limit: '3' }],
    [{ number: '5' }, 'field-not-number', 'number', {}],
    [{ number: 4 }, 'field-too-small', 'number', { limit: '5' }],
    [{ number: 7 }, 'field-too-large', 'number', { limit: '6' }],
    [{ whole: 1.5 }, 'field-not-whole', 'whole', {}],
    [{ flag: 1 }, 'field-not-boolean', 'flag', {}],
    [{ list: {} }, 'field-not-list', 'list', {}],
    [{ list: ['a'] }, 'field-not-number', 'list.0', {}],
    [{ list: [] }, 'field-too-few', 'list', { limit: '1' }],
    [{ list: [1, 2, 3] }, 'field-too-many', 'list', { limit: '2' }],
    [{ list: [2, 1] }, 'field-order', 'list', {}],
    [{ choice: 'c' }, 'field-not-offered', 'choice', { offered: 'a, b' }],
    [{ kind: { is: 'y' } }, 'field-not-offered', 'kind.is', { offered: 'x' }],
    [{ kind: 3 }, 'field-not-object', 'kind', {}],
    [{ date: 'x' }, 'field-pattern', 'date', {}],
    [{ period: { from: '2' } }, 'field-missing', 'period.to', {}],
    [{ period: { from: '2', to: '1' } }, 'period-reversed', 'period', {}],
    [{ odd: {} }, 'field-form', 'odd', {}],
    [{ either: 'x' }, 'field-form', 'either', {}],
  ])('%j is %s at %s', (json, what, field, values) => {
    expect(faultOf(json)).toEqual({ what, values, place: { path: 'f.json', field } });
  });

  it('is told with its file alone where the whole of it is meant', () => {
    expect(faultOf({ more: 1, most: 2 })).toEqual({
      what: 'field-unknown',
      values: { fields: 'more, most' },
      place: { path: 'f.json' },
    });
    expect(inEnglish(faultOf([]))).toBe('f.json: the entry is not an object.');
  });

  it('says in both languages where, also of what it has no words for', () => {
    expect(told(faultOf({ either: 'x' }))).toEqual({
      de: 'f.json, either: Der Eintrag hat nicht die verlangte Form.',
      en: 'f.json, either: the entry does not have the form asked for.',
    });
  });

  it('hands back what has the form', () => {
    expect(readForm({ flag: true }, 'f.json', form)).toEqual({ ok: true, value: { flag: true } });
  });
});
