import { describe, expect, it } from 'vitest';
import {
  columnShape,
  failingValues,
  timeFormatOf,
  timesHaveOffset,
} from '../../../shared/extract/column-shape.ts';
import { firstLook } from '../../../shared/extract/first-look.ts';
import { guessRoles } from '../../../shared/extract/guess-roles.ts';
import { splitLine } from '../../../shared/extract/split-line.ts';

const look = (text: string): ReturnType<typeof firstLook> => firstLook(Buffer.from(text), false, 'f.csv');
const roles = (names: readonly string[], rows: readonly (readonly string[])[] = []): readonly string[] =>
  guessRoles('events', names, rows).map(({ role }) => role);

describe('the first look', () => {
  it('finds the delimiter that parts the lines alike', () => {
    expect(look('a;b;c\n1,5;2,5;3\n').dialect.delimiter).toBe(';');
    expect(look('a\tb\n"x,y,z"\t2\n').dialect.delimiter).toBe('\t');
    expect(look('a|b\n1|2\n').dialect.delimiter).toBe('|');
    expect(look('name,place\n"a;b;c",x\n"d;e;f",y\n').dialect.delimiter).toBe(',');
  });

  it('tells a header from a row, even where a column has no name', () => {
    expect(look('person,time\na,2026-05-04T10:00\n').dialect.header).toBe(true);
    expect(look(',person,time\n0,a,2026-05-04T10:00\n').dialect.header).toBe(true);
    expect(look('a,2026-05-04T10:00\nb,2026-05-04T10:00\n')).toMatchObject({
      dialect: { header: false },
      names: ['1', '2'],
    });
    expect(look('00112233445566ff,x\n').dialect.header).toBe(false);
  });

  it('leaves out a last line that was cut', () => {
    expect(look('person,time\na,b\nc').rows).toEqual([['a', 'b']]);
  });

  it('splits quoted fields as RFC 4180 does', () => {
    expect(splitLine('a,"b,""c""",,"d"', ',')).toEqual(['a', 'b,"c"', '', 'd']);
  });
});

describe('guessing roles', () => {
  it('goes by names, in German too, and gives each role once', () => {
    expect(roles(['event_ts', 'subscriber_id', 'cell_id', 'event_type'])).toEqual([
      'time',
      'person',
      'cell',
      'ignored',
    ]);
    expect(roles(['Zeit', 'Teilnehmer_Nr', 'Zelle', 'user_id'])).toEqual([
      'time',
      'person',
      'cell',
      'ignored',
    ]);
  });

  it('goes by values where names say nothing', () => {
    const rows = [['2026-05-04T10:00:00Z', '00112233445566ff', 'x']];
    expect(roles(['c1', 'c2', 'c3'], rows)).toEqual(['time', 'person', 'ignored']);
  });

  it('takes the only column of a register for the person', () => {
    expect(guessRoles('objections', ['who'], [['bob']])).toEqual([{ role: 'person', reason: 'position' }]);
  });
});

describe('describing values', () => {
  it('shows kind and length, never a value', () => {
    expect(columnShape(['00ff', 'a1b2'])).toBe('hex, 4 characters');
    expect(columnShape(['', '12', '345'])).toBe('whole number, 2 to 3 characters');
    expect(columnShape(['', ''])).toBe('empty');
    expect(columnShape(['Müller'])).toBe('text, 6 characters');
  });

  it('knows how times are written and whether they say their offset', () => {
    const known = [
      ['2026-05-04T10:00:00Z', 'iso', true],
      ['2026-05-04 10:00:00', 'iso', false],
      ['2026-05-04 10:00:00.123+02:00', 'iso', true],
      ['2026-05-04 10:00:00 UTC', 'iso', true],
      ['2026-05-04', 'iso', false],
      ['04.05.2026 10:00', 'dayFirst', false],
      ['1777888800', 'epochSeconds', true],
      ['1777888800123', 'epochMilliseconds', true],
    ] as const;
    for (const [text, format, offset] of known) {
      expect(timeFormatOf([text, '', text])).toBe(format);
      expect(timesHaveOffset(format, [text])).toBe(offset);
    }
    expect(timeFormatOf(['x', 'y', '2026-05-04'])).toBeUndefined();
    expect(timeFormatOf([])).toBeUndefined();
  });

  it('counts what does not fit a role', () => {
    expect(failingValues('latitude', ['51', '90.1', '', 'x', '-90'])).toBe(3);
    expect(failingValues('age', ['34', '', '121', 'x'])).toBe(2);
    expect(failingValues('birthYear', ['1990', '', '90'])).toBe(1);
    expect(failingValues('time', ['2026-05-04T10:00:00Z', 'x'])).toBe(1);
  });
});
