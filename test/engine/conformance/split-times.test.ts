import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mapping } from '../../../shared/extract/profile.ts';
import { eventRows } from '../../../shared/plan/read-rows.ts';
import type { RowsFrom } from '../../../shared/plan/rows-from.ts';
import { bothEngines, comparable, type BothEngines } from '../../support/both-engines.ts';
import { nativeDuckDb, type NativeDuckDb } from '../../support/native-duckdb.ts';
import { numbers, person, table } from '../../support/layout-rows.ts';
import { mappingOf, reviewKey } from '../../support/statements.ts';

let both: BothEngines;
let sql: NativeDuckDb;
beforeAll(async () => {
  both = await bothEngines();
  sql = await nativeDuckDb();
}, 60_000);
afterAll(() => {
  both.close();
  sql.close();
});

const rowCount = 90;
const firstDay = Date.UTC(2026, 4, 1) / 1000;
const two = (n: number): string => `${n}`.padStart(2, '0');

/** A row's day of May 2026, seconds since midnight, and the fields that say them. */
interface Row {
  readonly day: string;
  readonly month: string;
  readonly figures: string;
  readonly hour: number;
  readonly minute: string;
  readonly second: string;
  readonly at: number;
}
const row = (i: number): Row => {
  const since = (i * 7919) % 86_400;
  const [hour, minute, second] = [Math.floor(since / 3600), Math.floor(since / 60) % 60, since % 60];
  return {
    day: two(1 + (i % 28)),
    month: '05',
    figures: `${hour * 10_000 + minute * 100 + second}`,
    hour,
    minute: two(minute),
    second: two(second),
    at: firstDay + (i % 28) * 86_400 + since,
  };
};
const clock = ({ hour, minute, second }: Row): string => `${two(hour)}:${minute}:${second}`;
const byMinutes = ({ hour, minute }: Row): string => `${hour}:${minute}`;
const ofTwelve = ({ hour, minute, second }: Row): string =>
  `${hour % 12 === 0 ? 12 : hour % 12}:${minute}:${second} ${hour < 12 ? 'AM' : 'PM'}`;

/** A layout: the row of a file from day and time of day, how both are written, what a reader must find, and days and times that are none. */
interface Layout {
  readonly name: string;
  readonly header: string | undefined;
  readonly line: (day: string, clock: string, i: number) => string;
  readonly day: (row: Row) => string;
  readonly clock: (row: Row) => string;
  /** From what the file says to the second it means; as it is unless told. */
  readonly at?: (row: Row) => number;
  readonly bad: readonly (readonly [day: string, clock: string])[];
  readonly roles: string;
  readonly cells?: string;
  readonly wrap?: (text: string) => string | Uint8Array;
}

const sites = table(
  'lac,cell,lat,lon',
  numbers(6).map((i) => `${9520 + (i >> 1)},${100 + i},51.${i},12.${i}`),
);
const sitesByCell = table(
  'cell_id,lat,lon',
  numbers(6).map((i) => `C${i},51.${i},12.${i}`),
);

const layouts: readonly Layout[] = [
  {
    name: 'names of months, dots in the clock, no names of columns',
    header: undefined,
    line: (day, at, i) => [person(i), day, at, `C${i % 6}`].join(';'),
    day: ({ day }) => `${day}-MAI-26`,
    clock: (one) => `${clock(one).replaceAll(':', '.')},000000`,
    bad: [
      ['32-MAI-26', '10.15.00'],
      ['04-MAI-26', '10.60.00'],
      ['04-MAI-26 07.00.00', '10.15.00'],
    ],
    roles: 'person time clock cell',
    cells: sitesByCell,
  },
  {
    name: 'days and clocks, area and cell',
    header: 'date;time;msisdn;lac;ci',
    line: (day, at, i) => [day, at, person(i), 9520 + ((i % 6) >> 1), 100 + (i % 6)].join(';'),
    day: ({ day }) => `2026-05-${day}`,
    clock,
    bad: [
      ['2026-05-32', '10:00:00'],
      ['2026-05-04', '25:00:00'],
      ['2026-05-04', ''],
      ['', '10:00:00'],
      ['2026-05-04 07:00:00', '10:00:00'],
      ['2026-05-04', '100000'],
      ['2038-01-19', '10:00:00'],
    ],
    roles: 'time clock person area cell',
    cells: sites,
  },
  {
    name: 'figures alone that lost their zeros, in capitals',
    header: 'CALL_DATE,CALL_TIME,MSISDN,CALLED_NUMBER,CELL_ID',
    line: (day, at, i) => [day, at, person(i), person(i + 1), `C${i % 6}`].join(','),
    day: ({ day }) => `202605${day}`,
    clock: ({ figures }) => figures,
    bad: [
      ['20261304', '91500'],
      ['20260504', '96000'],
      ['20260504', '0915'],
      ['20260504', '-'],
    ],
    roles: 'time clock person ignored cell',
    cells: sitesByCell,
  },
  {
    name: 'days first, hours and minutes, decimal commas, other line ends',
    header: 'Teilnehmer;Uhrzeit;Datum;Breite;Länge',
    line: (day, at, i) => [person(i), at, day, `51,${100 + (i % 6)}`, `12,${100 + (i % 6)}`].join(';'),
    day: ({ day }) => `${day}.05.2026`,
    clock: byMinutes,
    at: ({ at }) => at - (at % 60),
    bad: [
      ['32.05.2026', '10:00'],
      ['04.05.2026', '10'],
      ['04.05.2026', '10:60'],
    ],
    roles: 'person clock time latitude longitude',
    wrap: (text) => text.replaceAll('\n', '\r\n'),
  },
  {
    name: 'no names, figures, area and cell, packed',
    header: undefined,
    line: (day, at, i) => [day, at, person(i), 9520 + ((i % 6) >> 1), 100 + (i % 6)].join('\t'),
    day: ({ day }) => `202605${day}`,
    clock: ({ figures }) => figures.padStart(6, '0'),
    bad: [['20260504', '240001']],
    roles: 'time clock person area cell',
    cells: sites,
    wrap: (text) => gzipSync(text),
  },
  {
    name: 'an offset behind the time of day',
    header: 'start_date,start_time,end_date,end_time,imsi,cell_id',
    line: (day, at, i) => [day, at, '2026-06-01', '12:00:00Z', person(i), `C${i % 6}`].join(','),
    day: ({ day }) => `2026-05-${day}`,
    clock: (one) => `${clock(one)}.75+02:00`,
    at: ({ at }) => at - 7200,
    bad: [['2026-05-04', '10:00:00+2']],
    roles: 'time clock ignored ignored person cell',
    cells: sitesByCell,
  },
  {
    name: 'months first, behind them a midnight, and half a day of hours',
    header: 'event time,event date,user_id,cell_id',
    line: (day, at, i) => [at, day, person(i), `C${i % 6}`].join('|'),
    day: ({ day }) => `5/${Number(day)}/2026 0:00`,
    clock: ofTwelve,
    bad: [['5/4/2026 0:00', '13:00:00 PM']],
    roles: 'clock time person cell',
    cells: sitesByCell,
  },
];

it.each(layouts)('reads times in two columns, alike with both engines: $name', async (layout) => {
  const lines = numbers(rowCount).map((i) => layout.line(layout.day(row(i)), layout.clock(row(i)), i));
  const bad = layout.bad.map(([day, at], i) => layout.line(day, at, i));
  const delimiter = /[;\t|,]/.exec(lines[0] ?? '')?.[0] ?? '';
  const ragged = [lines[0] ?? '', 'x', 'y'].join(delimiter);
  const all = [...lines.slice(0, 40), ...bad, ragged, ...lines.slice(40)];
  const text =
    layout.header === undefined ? all.map((line) => `${line}\n`).join('') : table(layout.header, all);
  const { cells } = layout;
  const sources = both.put({
    events: layout.wrap?.(text) ?? text,
    ...(cells === undefined ? {} : { cells }),
  });
  const { events } = await both.mappingsOf(sources);
  expect(events.roles.join(' ')).toBe(layout.roles);
  const { wasm, native } = await both.load(sources);
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect(native.chunks).toBe(0);
  const { dropped, base, rowsRead } = wasm.extract;
  expect([rowsRead, dropped.badTime, dropped.ragged]).toEqual([rowCount + bad.length + 1, bad.length, 1]);
  const at = numbers(rowCount).map((i) => (layout.at ?? (({ at: as }: Row) => as))(row(i)));
  expect([...base.second].toSorted((a, b) => a - b)).toEqual(at.toSorted((a, b) => a - b));
});

const typed = {
  'a DATE and a TIME': ['d::DATE', 't'],
  'a DATE and a clock as text': ['d::DATE', "strftime(DATE '2026-01-01' + t, '%H:%M:%S')"],
  'a midnight and a TIME': ['d', 't'],
  'text and a TIME': ["strftime(d, '%d.%m.%Y')", 't'],
  'whole numbers': ["strftime(d, '%Y%m%d')::INTEGER", "strftime(DATE '2026-01-01' + t, '%H%M%S')::INTEGER"],
} as const;

it.each(Object.entries(typed))('reads days and times of day of Parquet: %s', async (_, [day, at]) => {
  const { events: placeholder } = both.put({ events: 'x' });
  const path = both.path(placeholder);
  await sql.rows(`COPY (SELECT ${day} AS event_date, ${at} AS event_time, 'p' || i % 5 AS person, 51.25 AS lat, 12.5 AS lon
    FROM (SELECT i, TIMESTAMP '2026-05-01' + INTERVAL 1 DAY * (i % 28) AS d,
      CASE WHEN i = 7 THEN NULL ELSE TIME '00:00:00' + INTERVAL 1 SECOND * ((i * 7919) % 86400) END AS t
      FROM (SELECT unnest(range(${rowCount})) AS i))) TO '${path}' (FORMAT parquet)`);
  expect(readFileSync(path).subarray(0, 4).toString()).toBe('PAR1');
  const sources = { events: both.add(path) };
  const { wasm, native } = await both.load(sources);
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect([native.chunks, native.extract.dropped.badTime]).toEqual([0, 1]);
  const expected = numbers(rowCount).flatMap((i) => (i === 7 ? [] : [row(i).at]));
  expect([...native.extract.base.second].toSorted((a, b) => a - b)).toEqual(
    expected.toSorted((a, b) => a - b),
  );
});

const days = ['2026-05-04', '4.5.2026', '20260504', '2026-05-04 00:00:00', '2026-13-04', '2038-01-19', ''];
const clocks = [
  '09:15',
  '9:15:07',
  '00:00:00',
  '24:00:00',
  '23:59:59.999',
  '09:15:00Z',
  '',
  '-',
  '9',
  '25:00',
];

async function secondsOf(mapping: Mapping, lines: readonly string[]): Promise<readonly number[]> {
  const text = lines.map((line) => `${line}\n`).join('');
  await both.wasm.put('chunk.csv', new TextEncoder().encode(text));
  const from: RowsFrom = { file: 'chunk.csv', delimiter: ',', columns: mapping.roles.length, quoted: true };
  try {
    return [...(await both.wasm.rows(eventRows(from, mapping, reviewKey))).int32('second')];
  } finally {
    await both.wasm.drop('chunk.csv');
  }
}

it.each(['iso', 'dayFirst', 'compact'] as const)(
  'makes of a day and a time of day what it makes of both in one column: %s',
  async (format) => {
    const pairs = days.flatMap((day) => clocks.map((at) => [day, at] as const));
    const split = mappingOf(['person', 'time', 'clock', 'cell'], format);
    const joined = mappingOf(['person', 'time', 'ignored', 'cell'], 'iso');
    const inTwo = await secondsOf(
      split,
      pairs.map(([day, at]) => `p,${day},${at},c`),
    );
    const read = { iso: [days[0], days[3]], dayFirst: [days[1]], compact: [days[0], days[2], days[3]] }[
      format
    ];
    const inOne = await secondsOf(
      joined,
      pairs.map(([day, at]) => {
        return `p,${read.includes(day) && /\d:\d/.test(at) ? `2026-05-04 ${at}` : ''},,c`;
      }),
    );
    expect(inTwo).toEqual(inOne);
    expect(inTwo.filter((second) => second > 0).length).toBeGreaterThanOrEqual(6);
  },
);
