import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { openReview, type Files, type OpenReview } from '../support/open-review.ts';

const timeLimit = 20_000;
let open: OpenReview;

beforeAll(async () => {
  open = openReview(await startWasmEngine());
}, timeLimit);
afterAll(() => open.close());

const header = 'subscriber_id,timestamp_utc,lat,lon';
const row = (person: number, clock: string, day = '2026-05-04'): string =>
  `a${person}0123456789abcde,${day}T${clock}:00Z,51.3${person},12.4`;
const file = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n');
const month = (day: string): string =>
  file(row(1, '10:00').replace('2026-05-04T10:00:00Z', `05/${day}/2026 10:00`));
const signal = new AbortController().signal;
const profile = async (files: Files) => open.profiles({ sources: open.put(files).sources }, signal);

it(
  'reads several files as one: rows, people and lines that were not kept, each by its file',
  async () => {
    const parts = {
      'a.csv': file(row(1, '10:00'), row(2, '10:05'), 'broken'),
      'b.csv': file(row(2, '11:00')),
      'c.csv': file('a10123456789abcde,never,51.3,12.4', row(3, '12:00'), row(1, '12:10')),
    };
    const seen: number[] = [];
    const understood = await open.load(
      { events: { parts } },
      { onProgress: ({ bytes }) => seen.push(bytes) },
    );
    expect(understood).toMatchObject({ rowsRead: 7, rowsKept: 5, persons: 3 });
    expect(understood.rejects).toEqual([
      { line: 4, reason: 'ragged', part: 'a.csv' },
      { line: 2, reason: 'badTime', part: 'c.csv' },
    ]);
    const whole = await open.load({
      events: file(...Object.values(parts).flatMap((text) => text.split('\n').slice(1, -1))),
    });
    expect({ ...understood, rejects: [], name: '' }).toEqual({ ...whole, rejects: [], name: '' });
    expect(whole.rejects.map(({ line }) => line)).toEqual([4, 6]);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(Math.max(...seen)).toBe(Object.values(parts).join('').length);
  },
  timeLimit,
);

it(
  'reads packed files beside plain ones, and passes over files without a byte or without a row',
  async () => {
    const parts = {
      'a.csv': '',
      'b.csv.gz': new Uint8Array(gzipSync(file(row(1, '10:00'), row(2, '10:05')))),
      'c.csv': file(),
      'd.csv': file(row(3, '10:10')),
    };
    expect(await open.load({ events: { parts } })).toMatchObject({ rowsRead: 3, rowsKept: 3, persons: 3 });
  },
  timeLimit,
);

it(
  'tells day and month by all files, where the first leaves it open',
  async () => {
    const [first] = await profile({ events: month('04') });
    expect(first?.timeFormat).toBe('dayFirst');
    const [all] = await profile({
      events: { parts: { 'a.csv': month('04'), 'b.csv': month('13'), 'c.csv': month('14') } },
    });
    expect(all?.timeFormat).toBe('monthFirst');
  },
  timeLimit,
);

const rows = file(row(1, '10:00'), row(2, '10:05'));
const bare = (name: string): string =>
  Array.from({ length: 20 }, (_, i) => `${i},2026-05-04 10:0${i % 10}:00,${name}${i}`).join('\n');
const partsOf = (parts: Record<string, string | Uint8Array>) => profile({ events: { parts } });
const others: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['another order of columns', rows.replace('lat,lon', 'lon,lat'), 'names'],
  ['a column more', rows.replaceAll(/$/gm, ',1'), 'columns'],
  ['another delimiter', rows.replaceAll(',', ';'), 'columns'],
  ['no names', rows.split('\n').slice(1).join('\n'), 'names'],
];

it.each(others)(
  'refuses a file with %s by its name, before anything is read',
  async (_name, other, what) => {
    const files = { events: { parts: { 'a.csv': rows, 'b.csv': rows, 'c.csv': other } } };
    await expect(profile(files)).rejects.toMatchObject({
      failure: { code: 'part-differs', detail: { file: 'c.csv', first: 'a.csv', what } },
    });
  },
  timeLimit,
);

it(
  'says nothing of what is in a file that differs',
  async () => {
    const nameless = rows.split('\n').slice(1).join('\n');
    const refused = await profile({ events: { parts: { 'a.csv': rows, 'b.csv': nameless } } }).catch(
      (error: unknown) => error,
    );
    expect(JSON.stringify(refused)).not.toContain('0123456789');
    expect(String(refused)).not.toContain('0123456789');
  },
  timeLimit,
);

it(
  'refuses names in a later file where the first has none, and text in two encodings',
  async () => {
    const named = `person,time,cell\n${bare('c')}`;
    await expect(partsOf({ 'a.csv': bare('c'), 'b.csv': named })).rejects.toMatchObject({
      failure: { code: 'part-differs', detail: { file: 'b.csv', what: 'header' } },
    });
    const western = Uint8Array.from(bare('ü'), (char) => char.charCodeAt(0));
    await expect(partsOf({ 'a.csv': bare('ü'), 'b.csv': western })).rejects.toMatchObject({
      failure: { code: 'part-differs', detail: { file: 'b.csv', what: 'encoding' } },
    });
    const [plainFirst] = await partsOf({ 'a.csv': bare('c'), 'b.csv': western });
    expect(plainFirst?.dialect.encoding).toBe('windows-1252');
  },
  timeLimit,
);

it(
  'refuses several files that hold no row at all, and several without a byte',
  async () => {
    await expect(
      open.load({ events: { parts: { 'a.csv': file(), 'b.csv': file() } } }),
    ).rejects.toMatchObject({
      failure: { code: 'no-rows' },
    });
    await expect(profile({ events: { parts: { 'a.csv': '', 'b.csv': '' } } })).rejects.toMatchObject({
      failure: { code: 'empty-file' },
    });
  },
  timeLimit,
);

it(
  'reads files that lie in folders by date, and refuses them where only the folders say it',
  async () => {
    const parts = {
      'date=2026-05-04/part-0.csv': file(row(1, '10:00'), 'broken'),
      'date=2026-05-05/part-0.csv': file(row(2, '10:00', '2026-05-05')),
    };
    const understood = await open.load({ events: { parts } });
    expect(understood).toMatchObject({ rowsKept: 2, firstDay: '2026-05-04', lastDay: '2026-05-05' });
    expect(understood.rejects).toEqual([{ line: 3, reason: 'ragged', part: 'date=2026-05-04/part-0.csv' }]);
    const dateless = Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, text.replaceAll(/2026-05-0\dT|Z/g, '')]),
    );
    const refused = open.load({ events: { parts: dateless } });
    await expect(refused).rejects.toMatchObject({
      failure: { code: 'date-in-folder', detail: { folder: 'date=2026-05-04' } },
    });
    const elsewhere = Object.fromEntries(
      Object.entries(dateless).map(([name, text]) => [name.replace('date=', 'region='), text]),
    );
    await expect(open.load({ events: { parts: elsewhere } })).rejects.toMatchObject({
      failure: { code: 'nothing-kept' },
    });
  },
  timeLimit,
);
