import { describe, expect, it } from 'vitest';
import { acceptOffer } from '../../../shared/extract/accept-offer.ts';
import { clockFiguresOf, clocksHaveOffset, isClock, isDay } from '../../../shared/extract/clock-format.ts';
import { columnShape } from '../../../shared/extract/column-shape.ts';
import { failingAs } from '../../../shared/extract/failing-as.ts';
import { findingsOf } from '../../../shared/extract/findings.ts';
import { guessRoles } from '../../../shared/extract/guess-roles.ts';
import { fittingMapping, layoutOf, MappingProfile } from '../../../shared/extract/mapping-profile.ts';
import type { ColumnRole, FileProfile, Finding, Mapping } from '../../../shared/extract/profile.ts';
import { withReadingOfColumns } from '../../../shared/extract/reading-of-columns.ts';

const two = (n: number): string => `${n}`.padStart(2, '0');
const seconds = (i: number): number => (i * 3671) % 86_400;
const parts = (i: number): readonly [number, number, number] => {
  const at = seconds(i);
  return [Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60];
};
/** Fields of a row by what they hold. */
const fields: Readonly<Record<string, (i: number) => string>> = {
  day: (i) => `2026-05-${two(1 + (i % 28))}`,
  dayFirst: (i) => `${two(1 + (i % 28))}.05.2026`,
  compact: (i) => `202605${two(1 + (i % 28))}`,
  midnight: (i) => `2026-05-${two(1 + (i % 28))} 00:00:00`,
  clock: (i) => parts(i).map(two).join(':'),
  minutes: (i) => parts(i).slice(0, 2).map(two).join(':'),
  figures: (i) => `${Number(parts(i).map(two).join(''))}`,
  length: (i) => `00:0${i % 10}:${two(i % 60)}`,
  whole: (i) => `2026-05-${two(1 + (i % 28))} ${parts(i).map(two).join(':')}`,
  birth: (i) => `${1950 + (i % 40)}-03-0${1 + (i % 9)}`,
  person: (i) => `${i % 5}0123456789abcde`,
  lac: (i) => `${9520 + (i % 3)}`,
  area: () => '12345',
  ci: (i) => `${1000 + (i % 50)}`,
};
const rowsOf = (columns: string): readonly (readonly string[])[] =>
  Array.from({ length: 60 }, (_, i) => columns.split(' ').map((column) => fields[column]?.(i) ?? ''));
const guessed = (names: string | undefined, columns: string): string => {
  const rows = rowsOf(columns);
  const header = names?.split(',') ?? columns.split(' ').map((_, i) => `${i + 1}`);
  const guesses = guessRoles('events', header, rows, names !== undefined);
  return guesses.map(({ role }) => (role === 'ignored' ? '.' : role)).join(' ');
};

it.each([
  ['date,time,msisdn,lac,ci', 'day clock person lac ci', 'time clock person area cell'],
  ['CALL_DATE,CALL_TIME,MSISDN,CELL_ID', 'compact figures person ci', 'time clock person cell'],
  ['Datum,Uhrzeit,Teilnehmer,Zelle', 'dayFirst minutes person ci', 'time clock person cell'],
  [
    'msisdn,start_time,start_date,end_time,end_date,cell_id',
    'person clock day clock day ci',
    'person clock time . . cell',
  ],
  [
    'end_date,end_time,date,time,msisdn,cell_id',
    'day clock day clock person ci',
    '. . time clock person cell',
  ],
  ['date,talk_time,msisdn,cell_id', 'day length person ci', '. . person cell'],
  [
    'birth_date,duration,time,date,msisdn,cell_id',
    'birth length clock day person ci',
    '. . clock time person cell',
  ],
  ['date,call_duration,time,msisdn,cell_id', 'midnight length clock person ci', 'time . clock person cell'],
  ['date,time,timestamp,msisdn,cell_id', 'day clock whole person ci', '. . time person cell'],
  ['recorded,date,time,msisdn,cell_id', 'whole day clock person ci', '. time clock person cell'],
  ['f1,f2,msisdn,cell_id', 'day clock person ci', 'time clock person cell'],
  ['f1,f2,when,msisdn,cell_id', 'day clock whole person ci', '. . time person cell'],
  ['call_date,number,msisdn,cell_id', 'day figures person ci', 'time . person cell'],
  ['call_date,called_time,msisdn,cell_id', 'day clock person ci', 'time . person cell'],
  ['birth_date,time,msisdn,cell_id', 'birth whole person ci', '. time person cell'],
  [undefined, 'day clock person ci', 'time clock person cell'],
  [undefined, 'compact figures person ci', 'time clock person cell'],
  [undefined, 'person ci clock day', 'person cell clock time'],
  [undefined, 'clock day clock person ci', '. time clock person .'],
  [undefined, 'clock length person day ci', '. . person . .'],
  [undefined, 'compact area person ci', '. . person .'],
])('finds the columns of day and time of day: %s', (names, columns, roles) => {
  expect(guessed(names, columns)).toBe(roles);
});

const reasons = (names: readonly string[]) =>
  guessRoles('events', names, rowsOf('day clock person'), true).map(({ reason }) => reason);

it('knows columns by their names where a burst of times is broken', () => {
  const rows = rowsOf('day clock person').map((row, i) => (i % 3 === 0 ? ['?', '?', row[2] ?? ''] : row));
  const found = (names: readonly string[]) => guessRoles('events', names, rows).map(({ role }) => role);
  expect(found(['date', 'time', 'msisdn'])).toEqual(['time', 'clock', 'person']);
  expect(found(['f1', 'f2', 'msisdn'])).toEqual(['ignored', 'ignored', 'person']);
});

it('describes days and times of day without showing one', () => {
  expect(columnShape(rowsOf('day').flat())).toBe('day, ISO, 10 characters');
  expect(columnShape(rowsOf('clock').flat())).toBe('time of day, 8 characters');
  expect(columnShape(rowsOf('whole').flat())).toBe('time, ISO, 19 characters');
});

it('says what the guess rests on', () => {
  expect(reasons(['date', 'time', 'msisdn'])).toEqual(['name', 'name', 'name']);
  expect(reasons(['f1', 'f2', 'msisdn'])).toEqual(['values', 'values', 'name']);
});

describe('times of day', () => {
  it.each([
    [['91500', '0', '235959'], { figures: 'hoursToSeconds', isOpen: false }],
    [['000915', '091500'], { figures: 'hoursToSeconds', isOpen: false }],
    [['0915', '1408', '0000'], { figures: 'hoursAndMinutes', isOpen: false }],
    [['915', '1408', '0'], { figures: 'hoursToSeconds', isOpen: true }],
    [['915', '5959'], { figures: 'hoursToSeconds', isOpen: false }],
    [['09:15', '1408'], undefined],
    [['', ''], undefined],
  ])('tell by all values what figures are: %s', (values, found) => {
    expect(clockFiguresOf(values)).toEqual(found);
  });

  it('fit or do not, as they are read', () => {
    const yes = ['9:15', '09:15:00.5', '24:00', '09:15:00Z', '09:15:00+0200', '9:15 PM', '12:00:00 am'];
    const no = ['', '9', '09:60', '24:01', '9:15 XM', '13:00 PM', '09:15Z', '2026-05-04 09:15', '09:15:00+2'];
    expect(yes.filter((text) => !isClock(text, undefined))).toEqual([]);
    expect(no.filter((text) => isClock(text, undefined))).toEqual([]);
    const figures = ['91500', '091500', '0', '59', '915', '5959', '235959.25', '240000', '91500.0'];
    const none = ['60', '960', '6000', '0915', '91560', '246000', '1000000', '-1', '091', '240001'];
    expect(figures.filter((text) => !isClock(text, 'hoursToSeconds'))).toEqual([]);
    expect(none.filter((text) => isClock(text, 'hoursToSeconds'))).toEqual([]);
    expect(['0915', '915', '2359', '0', '915.0'].filter((text) => !isClock(text, 'hoursAndMinutes'))).toEqual(
      [],
    );
    expect(
      ['091500', '2360', '60', '91500', '915.5'].filter((text) => isClock(text, 'hoursAndMinutes')),
    ).toEqual([]);
  });

  it('say an offset or none, and days say no time of day', () => {
    expect(clocksHaveOffset(['09:15:00Z', '09:15:00+02', '09:15:00'])).toBe(true);
    expect(clocksHaveOffset(['09:15:00', '09:15', '-'])).toBe(false);
    expect(
      ['2026-05-04', '4.5.26', '20260504', '2026-05-04 00:00:00', '5/4/2026 0:00'].filter((d) => !isDay(d)),
    ).toEqual([]);
    expect(
      ['2026-05-04 00:00:01', '20260504 0000', '202605040000', '1777888800', '', '46146.5'].filter((d) =>
        isDay(d),
      ),
    ).toEqual([]);
    expect(isDay('04.05.2026', 'iso')).toBe(false);
  });

  it('are counted where they would not fit a column', () => {
    expect(failingAs(['91500', '915', '96000', 'x']).roles.clock).toBe(2);
    expect(failingAs(['0915', '1408', '91500']).roles.clock).toBe(1);
  });
});

const look = (roles: readonly ColumnRole[], rows: readonly (readonly string[])[]) => ({
  names: roles,
  roles,
  rows,
  ragged: 0,
  timeFormat: 'iso' as const,
});

const kinds = (roles: readonly ColumnRole[], rows: readonly (readonly string[])[]): readonly string[] =>
  findingsOf(look(roles, rows)).map(({ kind, columns }) => `${kind} ${columns.join(' ')}`);

it('tells of days without a time of day, and of figures that could be either', () => {
  expect(kinds(['person', 'time'], rowsOf('person day'))).toEqual(['daysAlone 1']);
  expect(kinds(['person', 'time'], rowsOf('person whole'))).toEqual([]);
  expect(kinds(['clock', 'person', 'time'], rowsOf('clock person day'))).toEqual([]);
  expect(
    kinds(
      ['time', 'clock', 'person'],
      [
        ['2026-05-04', '915', 'p'],
        ['2026-05-04', '1408', 'p'],
      ],
    ),
  ).toEqual(['minuteOrSecond 1']);
});

const mapping: Mapping = {
  dialect: { delimiter: ',', header: true, encoding: 'utf-8', gzip: false },
  timeFormat: 'iso',
  hasOffset: false,
  roles: ['time', 'clock', 'person', 'ignored'],
  reading: { clockFigures: 'hoursToSeconds' },
};
const offered: Finding = { kind: 'minuteOrSecond', columns: [1], count: 2, of: 2, offer: 'hoursAndMinutes' };
const profile = (findings: FileProfile['findings'] = []): FileProfile => ({
  kind: 'events',
  name: 'e.csv',
  sizeBytes: 1,
  dialect: mapping.dialect,
  hasOffset: false,
  rowsLookedAt: 2,
  columns: [0, 1, 2, 3].map((index) => ({
    index,
    name: `${index}`,
    role: mapping.roles[index] ?? 'ignored',
    reason: 'name',
    shape: '',
    distinct: 1,
    empty: 0,
    failing: 0,
    ...(index === 1 ? { clockFigures: 'hoursToSeconds' as const } : {}),
    ...(index === 3 ? { clockFigures: 'hoursAndMinutes' as const } : {}),
  })),
  findings: [...findings],
});

it('reads figures as the officer says, and keeps that while other columns are corrected', () => {
  const taken = acceptOffer(mapping, offered);
  expect(taken.reading).toEqual({ clockFigures: 'hoursAndMinutes' });
  expect(acceptOffer(taken, offered)).toBe(taken);
  expect(withReadingOfColumns(taken, profile([offered]))).toBe(taken);
  expect(withReadingOfColumns(mapping, profile())).toBe(mapping);
});

it('reads figures in the way of the column that is picked for the time of day', () => {
  const picked = { ...mapping, roles: ['time', 'ignored', 'person', 'clock'] as const };
  const read = withReadingOfColumns({ ...picked, roles: [...picked.roles] }, profile());
  expect(read.reading).toEqual({ clockFigures: 'hoursAndMinutes' });
  expect(withReadingOfColumns({ ...read, roles: mapping.roles }, profile())).toEqual(mapping);
  const plain = withReadingOfColumns(
    { ...mapping, roles: ['clock', 'time', 'person', 'ignored'] },
    profile(),
  );
  expect(plain.reading).toBeUndefined();
});

it('is kept in a mapping for the next file of the same columns', () => {
  const kept: unknown = JSON.parse(
    JSON.stringify({
      format: 'freigabe.mapping',
      version: 1,
      name: 'North',
      files: { events: { layouts: [layoutOf(profile())], mapping } },
    }),
  );
  const { events } = MappingProfile.parse(kept).files;
  expect(events && fittingMapping(events, profile())).toEqual(mapping);
});
