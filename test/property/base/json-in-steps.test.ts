import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsingJson } from '../../../shared/base/json-in-steps.ts';
import { finished } from '../../../shared/base/steps.ts';

type Outcome = { readonly value: unknown } | 'refused';

function outcome(parse: () => unknown): Outcome {
  try {
    return { value: parse() };
  } catch {
    return 'refused';
  }
}

/** Both ways of reading a text, cut into pieces of so many characters; order of keys and odd names included. */
function expectAlike(text: string, piece: number): void {
  const [ours, theirs] = [outcome(() => finished(parsingJson(text, piece))), outcome(() => JSON.parse(text))];
  expect(ours).toEqual(theirs);
  expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
}

const pieces = fc.integer({ min: 0, max: 40 });
const keys = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '1', '0', 'a', 'a"b', '\\'));
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.string(), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 6 }),
    fc.array(fc.tuple(keys, tie('json')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
}));

/** Text with blanks of all kinds between, and objects written from maps, keys that stand twice included. */
function written(value: unknown, blank: string): string {
  if (Array.isArray(value))
    return `[${blank}${value.map((one) => written(one, blank)).join(`${blank},${blank}`)}${blank}]`;
  if (!(value instanceof Map)) return JSON.stringify(value);
  const members = [...value, ...[...value].slice(0, 1)].map(
    ([key, one]) => `${JSON.stringify(key)}${blank}:${blank}${written(one, blank)}`,
  );
  return `{${members.join(`${blank},`)}${blank}}`;
}

const texts = fc
  .tuple(json, fc.constantFrom('', ' ', '\n\t', '\r\n'))
  .map(([value, blank]) => `${blank}${written(value, blank)}${blank}`);

describe('JSON in steps', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(fc.property(texts, pieces, expectAlike), { numRuns: 500 });
  });

  it('refuses what JSON.parse refuses', () => {
    const odd = fc.constantFrom(
      '',
      ',',
      ':',
      '[',
      ']',
      '{',
      '}',
      '"',
      '\\',
      ' ',
      '1',
      'null',
      '[]',
      '\u00a0',
    );
    fc.assert(
      fc.property(
        texts,
        fc.tuple(fc.nat(), fc.nat(3)),
        fc.tuple(odd, pieces),
        (text, [where, less], [more, piece]) => {
          const at = where % (text.length + 1);
          expectAlike(text.slice(0, at) + more + text.slice(at + less), piece);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    '',
    ' ',
    '[1,]',
    '[,1]',
    '[1,,2]',
    '[1 [2,3]]',
    '[[1,2] [3,4]]',
    '[[1,2],]',
    '[[1,2]3]',
    '[1[2,3]]',
    '{"a":[1,2]"b":1}',
    '{"a":[1,2],}',
    '{"a" [1,2]}',
    '{[1,2]}',
    '{"a":1,[1,2]}',
    '{"a":1,"a":[1,2],"b":2,"a":3}',
    '{"2":[1,2],"1":[3,4]}',
    '{"__proto__":[1,2],"a":{"__proto__":3,"b":4}}',
    '[1,2]x',
    'x[1,2]',
    '[1,2][3,4]',
    '[1,2',
    '[1,2}',
    '["\\\\",1,"\\"",2,"\\\\\\""]',
    '\uFEFF[1,2]',
    '[1,2]]',
    `${'['.repeat(40)}1,2,3${']'.repeat(40)}`,
    `${'['.repeat(40)}1,2,3${']'.repeat(39)}}`,
  ])('reads %s as JSON.parse does', (text) => {
    for (let piece = 0; piece < 5; piece++) expectAlike(text, piece);
  });

  it('cuts a large collection into many steps', () => {
    const text = JSON.stringify({ a: 1, features: Array.from({ length: 100_000 }, (_, i) => ({ i })), z: 2 });
    const work = parsingJson(text);
    let steps = 0;
    while (!work.next().done) steps++;
    expect(steps).toBeGreaterThan(8);
  });
});
