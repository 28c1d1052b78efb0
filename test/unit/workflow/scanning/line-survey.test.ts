import { describe, expect, it } from 'vitest';
import { LineSurvey } from '../../../../shared/workflow/scanning/line-survey.ts';
import { NotScannable } from '../../../../shared/workflow/scanning/not-scannable.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Surveys a text of three columns in pieces of a size. */
function survey(text: string | Uint8Array, size = 1 << 20, header = false): LineSurvey {
  const found = new LineSurvey({ token: 't', delimiter: ',', columns: 3, header });
  const all = typeof text === 'string' ? bytes(text) : text;
  for (let at = 0; at < all.length; at += size) found.add(all.subarray(at, at + size));
  found.end();
  return found;
}

const dirty =
  'a,b,c\n\na,b\na,b,c,\na,b,c,,\na,b,c,d\n"a","b,b","c"\n"a""",b,c"c\nä,b,c\n,,\n,\nx\na,b,"c",,\nlast,b,c';

describe('a survey of lines', () => {
  it.each([1, 2, 3, 5, 7, 1 << 20])('finds rows, ragged and blank lines, in pieces of %i bytes', (size) => {
    const found = survey(dirty, size);
    expect([found.rows, found.ragged, found.lineEnd]).toEqual([9, 4, '\n']);
    expect(found.raggedLines).toEqual([3, 6, 11, 12]);
    expect(found.skipped).toEqual([2, 3, 6, 11, 12]);
  });

  it.each([1, 4, 1 << 20])(
    'knows lines that end in two bytes, and passes over a mark and a header',
    (size) => {
      const found = survey(
        '\ufeff"time, of day",b\r\na,b,c\r\n\r\na,b\r\na,b,c,\r\n',
        Math.max(4, size),
        true,
      );
      expect([found.rows, found.ragged, found.lineEnd]).toEqual([2, 1, '\r\n']);
      expect([found.skipped, found.raggedLines]).toEqual([[3, 4], [4]]);
    },
  );

  it.each([
    ['a quote left open', 'a,"b,c\na,b,c\n'],
    ['a quote left open in the last line', 'a,b,c\na,"b,c'],
    ['a field over lines', 'a,"b\nb",c\n'],
    ['something behind a quote', 'a,"b"b,c\n'],
    ['a space behind a quote', 'a,"b" ,c\n'],
    ['a quote behind a space', 'a, "b",c\n'],
    ['a carriage return within a line', 'a,b,c\na,b\rb,c\n'],
    ['a carriage return within a line of two ends', 'a,b,c\r\na,b\rb,c\r\n'],
    ['two kinds of line ends', 'a,b,c\r\na,b,c\n'],
    ['another order of them', 'a,b,c\na,b,c\r\n'],
    ['a zero byte', 'a,b\0,c\n'],
    ['a very long line', `a,b,${'c'.repeat(1_000_001)}\n`],
    ['a carriage return at the end', 'a,b,c\na,b,c\r'],
  ])('gives up on %s', (_, text) => {
    for (const size of [1, 3, 1 << 21]) expect(() => survey(text, size)).toThrow(NotScannable);
  });

  it('gives up on what is no UTF-8, wherever it is cut, and not on what is', () => {
    const half = Uint8Array.of(97, 44, 0xc3, 44, 99, 10);
    for (const size of [1, 2, 3, 4, 10]) {
      expect(() => survey(half, size)).toThrow(NotScannable);
      expect(survey('a,ä€😀,c\na,b,c\n', size).rows).toBe(2);
    }
    expect(() => survey(Uint8Array.of(97, 44, 98, 44, 0xc3))).toThrow(NotScannable);
  });

  it('takes a quote within a field for what it is', () => {
    expect(survey('a,12" tablet,c\na,b (X; "Y"),c\n').rows).toBe(2);
  });

  it.each([
    ['a space before a field', 'a, b,c\n', true],
    ['a space behind a field', 'a,b ,c\n', true],
    ['a tab at the end of a line', 'a,b,c\t\n', true],
    ['a space at the end of a line of two ends', 'a,b,c \r\na,b,c\r\n', true],
    ['a space at the beginning', ' a,b,c\n', true],
    ['a space at the very end', 'a,b,c ', true],
    ['a space within quotes', 'a," b",c\n', true],
    ['a space before the end of quotes', 'a,"b ",c\n', true],
    ['a character beyond ASCII', 'a,b\u00a0,c\n', true],
    ['one within quotes', 'a,"\u3000b",c\n', true],
    ['spaces within fields', 'a b,2026-05-04 10:00:00,c d\n', false],
    ['spaces within what is in quotes', 'a,"b c",c\n', false],
    ['none', 'a,b,c\nlonger,fields,here\n', false],
  ])('knows whether there is anything to trim: %s', (_, text, expected) => {
    for (const size of [1, 2, 3, 4, 5, 1 << 20]) expect(survey(text, size).surrounded).toBe(expected);
  });

  it('lists and counts ragged lines', () => {
    const found = survey('a,b\n'.repeat(250) + 'a,b,c\n');
    expect([found.ragged, found.rows]).toEqual([250, 1]);
    expect(found.raggedLines).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
  });
});
