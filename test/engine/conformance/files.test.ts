import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bothEngines, comparable, type BothEngines, type FilesOnDisk } from '../../support/both-engines.ts';

let both: BothEngines;
beforeAll(async () => {
  both = await bothEngines();
}, 60_000);
afterAll(() => both.close());

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const hash = (i: number): string => ((i + 1) * 2_654_435_761).toString(16).padEnd(16, '0').repeat(2);
const clock = (i: number): string => `1${i % 10}:${10 + (i % 50)}:06`;
const ragged = (rows: readonly string[], mark: string): readonly string[] =>
  rows.map((row, i) => (i % 12 === 5 ? `${row}${mark}x${mark}y` : row));
const text = (rows: readonly string[], end = '\n'): string => rows.map((row) => row + end).join('');

const cells = text(['cell,latitude,longitude', ...numbers(9).map((i) => `c${i},51.${i},12.${i}`)]);
const plain = numbers(3000).map((i) => {
  const fault = i % 97 === 0 ? 'never' : `2026-05-0${1 + (i % 7)}T${clock(i)}Z`;
  return `${fault},${i % 101 === 0 ? '' : hash(i % 40)},c${i % 10}`;
});
const header = 'time,person,cell';

/** The five layouts of headers seen in the field, with dirt, and the ways a file is wrapped. */
const files: Readonly<Record<string, readonly [files: FilesOnDisk, whole: boolean]>> = {
  'calls as FlowKit writes them': [
    {
      events: text([
        'start_time,msisdn_counterpart,id,msisdn,location_id,outgoing,duration,tac',
        ...ragged(
          numbers(600).map(
            (i) =>
              `2016-01-0${1 + (i % 2)} ${clock(i)},${hash(i + 50)},${hash(i + 90)},${hash(i % 6)},${hash(i % 3).slice(0, 8)},True,12,92380772.0`,
          ),
          ',',
        ),
      ]),
      cells: text([
        'id,site_id,version,longitude,latitude,date_of_first_service,date_of_last_service',
        `${hash(0).slice(0, 8)},s0,0,83.1,27.1,2015-01-01,2016-01-01`,
        `${hash(0).slice(0, 8)},s0,1,84.1,28.1,2016-01-02,`,
        `${hash(1).slice(0, 8)},s1,0,83.2,27.2,2015-01-01,`,
      ]),
    },
    true,
  ],
  'sessions of a Gn probe, without a header': [
    {
      events: text(
        numbers(480).map((i) => {
          const session = [
            hash(i % 7),
            9520 + (i % 2),
            100 + (i % 5),
            'cmnet',
            '866123',
            '10.1.1.1',
            '10.1.1.2',
          ];
          const rest = [
            `14095296${10 + (i % 90)}123456`,
            1,
            100,
            `http://a/${i}`,
            'Mozilla/5.0 (X; "Y")',
            'text',
          ];
          return [...session, ...rest, ...(i % 12 === 5 ? ['x'] : [])].join(',');
        }),
        '\r\n',
      ),
      cells: text([
        'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal',
        ...numbers(10).map(
          (i) => `GSM,460,0,${9520 + (i % 2)},${100 + (i >> 1)},0,116.${i},39.${i},500,1,1,1,1,0`,
        ),
      ]),
    },
    true,
  ],
  'persons, times and sites of Orange, without a header': [
    {
      events: text(
        ragged(
          numbers(360).map((i) => `${1 + (i % 4)},2013-01-07 ${10 + (i % 8)}:10:00,${454 + (i % 9)}`),
          ',',
        ),
      ),
      cells: text([
        'site_id,arr_id,lon,lat',
        ...numbers(9).map((i) => `${454 + i},1,${-17 + i / 10},${14 + i / 10}`),
      ]),
    },
    true,
  ],
  'a probe with tabs and seconds since 1970': [
    {
      events: text([
        `ttime\tdtime\tBS\tIMSI\t${numbers(21)
          .map((i) => `f${i}`)
          .join('\t')}\tLON\tLAT`,
        ...ragged(
          numbers(240).map((i) =>
            [
              `14095296${10 + (i % 90)}.${100 + i}`,
              `1409529710.5`,
              `${9520 + (i % 2)}000${100 + (i % 5)}`,
              `46000${1_000_000_000 + (i % 6)}`,
              ...numbers(21),
              '120.1',
              '30.2',
            ].join('\t'),
          ),
          '\t',
        ),
      ]),
    },
    true,
  ],
  'cells as one run of digits': [
    {
      events: text([
        'event_time;subscriber_id;cgi',
        ...ragged(
          numbers(240).map((i) => {
            const cgi = i % 23 === 0 ? '2620195200101' : `262010952${i % 3}0010${i % 7}`;
            return `2026-05-04 ${clock(i)};${hash(i % 9)};${cgi}`;
          }),
          ';',
        ),
      ]),
      cells: text([
        'mcc,mnc,lac,ci,lat,lon',
        ...numbers(18).map((i) => `262,1,${9520 + (i % 3)},${101 + (i >> 1)},51.${i},12.${i}`),
      ]),
    },
    true,
  ],
  'a log with marks for what is missing': [
    {
      events: text([
        'Timestamp,Longitude,Latitude,Speed,IMSI,CellID,NetworkMode,RSRP,CELLHEX,NODEHEX,LACHEX,RAWCELLID',
        ...numbers(240).map((i) =>
          i % 7 === 0
            ? '2019.12.16_13.41.00,-,-,0,26203123,-,LTE,-,-,-,-,-'
            : `2019.12.16_13.40.${10 + (i % 50)},-8.4${i},51.8${i},0,2620312${i % 3},12,LTE,-90,C,A2E6,9CBA,1068${i}`,
        ),
      ]),
    },
    true,
  ],
  gzip: [{ events: gzipSync(text([header, ...plain])), cells }, true],
  CRLF: [{ events: text([header, ...plain], '\r\n'), cells }, true],
  'a byte order mark': [{ events: `\ufeff${text([header, ...plain])}`, cells }, true],
  'no line end at the end': [{ events: text([header, ...plain]).slice(0, -1), cells }, true],
  'blank lines': [
    { events: text([header, ...plain.flatMap((row, i) => (i % 5 === 0 ? ['', row] : [row]))]), cells },
    true,
  ],
  'semicolons and quotes': [
    {
      events: text([header, ...plain].map((row) => row.replaceAll(',', ';').replace(/c\d$/, '"$&"'))),
      cells,
    },
    true,
  ],
  'Windows-1252': [
    {
      events: Uint8Array.from(text([`${header},name`, ...plain.map((row) => `${row},Köln`)]), (c) =>
        c.charCodeAt(0),
      ),
      cells,
    },
    false,
  ],
  'UTF-16': [{ events: Buffer.from(`\ufeff${text([header, ...plain])}`, 'utf16le'), cells }, false],
  'two kinds of line ends': [
    { events: text([header, ...plain.slice(0, 1500)]) + text(plain.slice(1500), '\r\n'), cells },
    false,
  ],
  'a quoted field over lines': [
    {
      events: text([
        `${header},note`,
        ...plain.map((row, i) => `${row},${i === 1800 ? '"two\nlines"' : 'one'}`),
      ]),
      cells,
    },
    false,
  ],
  'persons who are described, joined, and object': [
    {
      events: text([header, ...plain]),
      cells,
      persons: text([
        'person,age,gender,natural_person_id',
        ...numbers(40).map((i) => `${hash(i)},${20 + i},${i % 2 ? 'F' : 'm'},n${i % 33}`),
      ]),
      objections: text(['person,as_of', ...numbers(5).map((i) => `${hash(i * 3)},2026-05-01T00:00:00Z`)]),
    },
    true,
  ],
};

it.each(Object.entries(files))('reads a file alike: %s', async (_, [onDisk, whole]) => {
  const { wasm, native } = await both.load(both.put(onDisk));
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect(wasm.extract.base.person.length).toBeGreaterThan(60);
  expect(wasm.chunks).toBeGreaterThan(0);
  expect(native.chunks === 0).toBe(whole);
});

it('knows the same identifiers afterwards', async () => {
  const { wasm, native } = await both.load(both.put({ events: text([header, ...plain]), cells }));
  for (const who of [hash(3), ` ${hash(4)} `, 'nobody', ''])
    expect(await native.extract.statusOf(who)).toEqual(await wasm.extract.statusOf(who));
  expect((await native.extract.statusOf(hash(3))).person).toBeGreaterThanOrEqual(0);
});
