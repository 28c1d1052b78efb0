import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import type { FileProfile, Mappings } from '../../shared/extract/profile.ts';
import type { Understanding } from '../../shared/extract/understanding.ts';
import { type Files, openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 20_000;
let open: OpenReview;

beforeAll(async () => {
  open = openReview(await startEngine());
}, timeLimit);
afterAll(() => open.close());

const profilesOf = async (files: Files): Promise<readonly FileProfile[]> =>
  open.profiles({ sources: open.put(files).sources });

const load = async (files: Files, mappings?: (suggested: Mappings) => Mappings): Promise<Understanding> =>
  open.load(files, mappings ? { mappings } : {});

const roles = (profile: FileProfile | undefined): string =>
  profile?.columns.map(({ role }) => (role === 'ignored' ? '.' : role)).join(' ') ?? '';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const hash = (i: number): string => ((i + 1) * 2_654_435_761).toString(16).padEnd(16, '0').repeat(2);
const clock = (i: number): string => `1${i % 10}:${10 + (i % 50)}:06`;

const ended = (line: string): string => `${line}\n`;

/** One row in twelve, 8.3 %, gets two columns more. */
const ragged = (rows: readonly string[], mark: string): readonly string[] =>
  rows.map((row, i) => (i % 12 === 5 ? `${row}${mark}x${mark}y` : row));

it(
  'understands calls as FlowKit writes them, with a reference of cells that move',
  async () => {
    const events = [
      'start_time,msisdn_counterpart,id,msisdn,location_id,outgoing,duration,tac',
      ...ragged(
        numbers(24).map(
          (i) =>
            `2016-01-0${1 + (i % 2)} ${clock(i)},${hash(i + 50)},${hash(i + 90)},${hash(i % 6)},${hash(i % 3).slice(0, 8)},True,12,92380772.0`,
        ),
        ',',
      ),
      `2016-01-03 10:00:00,,${hash(1)},${hash(1)},nowhere,True,12,92380772.0`,
      `0000-00-00 10:00:00,,${hash(1)},${hash(1)},${hash(0).slice(0, 8)},True,12,92380772.0`,
    ]
      .map(ended)
      .join('');
    const cell = (i: number): string => hash(i).slice(0, 8);
    const cells = [
      'id,site_id,version,longitude,latitude,date_of_first_service,date_of_last_service',
      `${cell(0)},s0,0,83.1,27.1,2015-01-01,2016-01-01`,
      `${cell(0)},s0,1,84.1,28.1,2016-01-02,`,
      `${cell(1)},s1,0,83.2,27.2,2015-01-01,`,
      `${cell(2)},s2,0,83.3,27.3,2016-01-02,`,
    ]
      .map(ended)
      .join('');
    const [profile, reference] = await profilesOf({ events, cells });
    expect(roles(profile)).toBe('time . . person cell . . .');
    expect(roles(reference)).toBe('cell . . longitude latitude validFrom validTo');
    const understood = await load({ events, cells });
    expect(understood.rowsRead).toBe(26);
    expect(understood.dropped).toMatchObject({ ragged: 2, badTime: 1 });
    // Of rows 0, 12 (day one) and 3, 9, 15, 21 (day two) at cell 0 all are found; cell 2 stands from day two on.
    const dayOneAtCellTwo = numbers(24).filter((i) => i % 12 !== 5 && i % 2 === 0 && i % 3 === 2).length;
    expect(understood.dropped.unknownCell).toBe(1 + dayOneAtCellTwo);
    expect(understood.cellsKnown).toBe(3);
    expect(understood.cellsUsed).toBe(4);
  },
  timeLimit,
);

it(
  'understands sessions of a Gn probe: no header, CRLF, 21 or 22 columns, LAC and CI, microseconds',
  async () => {
    const rows = numbers(48).map((i) => {
      const start = `14095296${10 + i}123456`;
      return [
        hash(i % 7),
        9520 + (i % 2),
        100 + (i % 5),
        'cmnet',
        '866123',
        '10.1.1.1',
        '10.1.1.2',
        start,
        start,
        1,
        100,
        200,
        1,
        '10.0.0.1',
        80,
        '10.0.0.2',
        80,
        200,
        `http://a/${i}`,
        'Mozilla/5.0 (X; Y)',
        'text',
      ].join(',');
    });
    const events = `${rows.map((row, i) => (i % 12 === 5 ? `${row},x` : row)).join('\r\n')}\r\n`;
    const cells = [
      'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal',
    ]
      .concat(
        [9520, 9521].flatMap((area) =>
          [100, 101, 102, 103, 104].map(
            (cell) =>
              `GSM,460,0,${area},${cell},0,${116 + (area % 10) / 10},${39 + (cell % 10) / 10},500,1,1,1400000000,1400000000,0`,
          ),
        ),
      )
      .join('\n');
    const [profile, reference] = await profilesOf({ events, cells });
    expect(roles(profile)).toBe(`person area cell . . . . time${' .'.repeat(13)}`);
    expect(profile).toMatchObject({
      timeFormat: 'epochMicroseconds',
      dialect: { delimiter: ',', header: false },
    });
    expect(profile?.findings).toEqual([{ kind: 'raggedRows', columns: [], count: 4, of: 48, offer: 'none' }]);
    expect(roles(reference)).toBe('. . . area cell . longitude latitude range . . . . .');
    const understood = await load({ events, cells });
    expect(understood).toMatchObject({
      rowsRead: 48,
      rowsKept: 44,
      persons: 7,
      cellsKnown: 10,
      cellsUsed: 10,
    });
    expect(understood.dropped).toMatchObject({ ragged: 4, unknownCell: 0 });
    expect(understood.firstSecond).toBe(1_409_529_610);
  },
  timeLimit,
);

it(
  'understands `user,time,site` without a header, as Orange gave it out',
  async () => {
    const events = ragged(
      numbers(36).map((i) => `${1 + (i % 4)},2013-01-07 ${10 + (i % 8)}:10:00,${454 + (i % 9)}`),
      ',',
    ).join('\n');
    const cells = `site_id,arr_id,lon,lat\n${numbers(9)
      .map((i) => `${454 + i},1,${-17 + i / 10},${14 + i / 10}`)
      .join('\n')}\n`;
    const [profile] = await profilesOf({ events, cells });
    expect(roles(profile)).toBe('person time cell');
    expect(await load({ events, cells })).toMatchObject({
      rowsRead: 36,
      persons: 4,
      cellsUsed: 9,
      dropped: { ragged: 3 },
    });
  },
  timeLimit,
);

const probeHeader = `ttime\tdtime\tBS\tIMSI\t${numbers(21)
  .map((i) => `f${i}`)
  .join('\t')}\tLON\tLAT`;
const probeRow = (i: number, position: readonly [string, string]): string =>
  [
    `14095296${10 + i}.${100 + i}`,
    `14095297${10 + i}.5`,
    `${9520 + (i % 2)}000${100 + (i % 5)}`,
    `46000${1_000_000_000 + (i % 6)}`,
    ...numbers(21).map(String),
    ...position,
  ].join('\t');

it(
  'understands the probe of Hangzhou, and offers to swap the axes its description swaps',
  async () => {
    const swapped = ragged(
      numbers(24).map((i) => probeRow(i, ['30.2', '120.1'])),
      '\t',
    );
    const events = [probeHeader, ...swapped].map(ended).join('');
    const [profile] = await profilesOf({ events });
    expect(profile?.dialect.delimiter).toBe('\t');
    expect(roles(profile)).toBe(`time . cell person${' .'.repeat(21)} longitude latitude`);
    expect(profile?.findings).toContainEqual({
      kind: 'axesSwapped',
      columns: [26, 25],
      count: 22,
      of: 22,
      offer: 'swapAxes',
    });
    const right = [probeHeader, ...swapped.map((row) => row.replace('30.2\t120.1', '120.1\t30.2'))].join(
      '\n',
    );
    expect(await load({ events: right })).toMatchObject({
      rowsRead: 24,
      rowsKept: 22,
      persons: 6,
      dropped: { ragged: 2 },
    });
  },
  timeLimit,
);

it(
  'finds base stations counted as LAC * 10^6 + CI in a reference of two columns',
  async () => {
    const events = [probeHeader, ...numbers(24).map((i) => probeRow(i, ['', '']))].map(ended).join('');
    const cells = `LAC;CI;lat;lon\n${[9520, 9521].flatMap((lac) => [100, 101, 102, 103, 104].map((ci) => `${lac};${ci};30,${ci};120,${lac}`)).join('\n')}\n`;
    const [profile, reference] = await profilesOf({ events, cells });
    expect(profile?.reading).toEqual({ cellForm: 'millions' });
    expect(reference?.reading).toEqual({ decimalComma: true });
    expect(await load({ events, cells })).toMatchObject({
      rowsKept: 24,
      persons: 6,
      cellsUsed: 10,
      dropped: { unknownCell: 0 },
    });
  },
  timeLimit,
);

it(
  'understands a log of G-NetTrack once the column of the device is named',
  async () => {
    const events = [
      'Timestamp,Longitude,Latitude,Speed,Operatorname,CellID,NetworkMode,RSRP,CELLHEX,NODEHEX,LACHEX,RAWCELLID',
      ...ragged(
        numbers(24).map(
          (i) => `2019.12.16_13.40.${10 + i},-8.4${i},51.8${i},0,B,12,LTE,-${90 + i},C,A2E6,9CBA,1068${i}`,
        ),
        ',',
      ),
      '2019.12.16_13.41.00,-,-,0,B,-,LTE,-,-,-,-,-',
    ]
      .map(ended)
      .join('');
    const [profile] = await profilesOf({ events });
    expect(profile).toMatchObject({ timeFormat: 'compact', hasOffset: false, reading: { missing: ['-'] } });
    const understood = await load({ events }, (suggested) => ({
      events: {
        ...suggested.events,
        roles: suggested.events.roles.map((role, i) => (i === 4 ? 'person' : role)),
      },
    }));
    expect(understood).toMatchObject({
      rowsRead: 25,
      rowsKept: 22,
      persons: 1,
      dropped: { ragged: 2, badPosition: 1 },
    });
    expect(understood.firstSecond).toBe(Date.parse('2019-12-16T13:40:10Z') / 1000);
  },
  timeLimit,
);

const cellFile = (ids: readonly string[], header = 'cell'): string =>
  `${header},lat,lon\n${ids.map((id, i) => `${id},${51 + i / 10},12`).join('\n')}\n`;
const eventFile = (ids: readonly string[], header = 'cell'): string =>
  `person,time,${header}\n${ids.map((id, i) => `p${i},2026-05-04T10:0${i}:00Z,${id}`).join('\n')}\n`;

it.each([
  ['fractions', eventFile(['461.0', '462.0', '463.0']), cellFile(['461', '462', '463'])],
  ['leading zeros', eventFile(['00461', '00462', '00463']), cellFile(['461', '462', '463'])],
  ['hexadecimal', eventFile(['A2E601', 'A2E602', 'A2E6ff']), cellFile(['10675713', '10675714', '10675967'])],
  [
    'eNB and sector',
    eventFile(['10675713', '10675714', '10675969']),
    cellFile(['41702,1', '41702,2', '41703,1'], 'enb,ci'),
  ],
  [
    'CGI',
    eventFile(['262-03-0047-101', '262-03-0047-102', '262-03-0048-101'], 'cgi'),
    cellFile(['47,101', '47,102', '48,101'], 'lac,ci'),
  ],
  [
    'ECGI',
    eventFile(['262-03-10675713', '262-03-10675714', '262-03-10675715'], 'ecgi'),
    cellFile(['10675713', '10675714', '10675715']),
  ],
  [
    'hexadecimal parts',
    eventFile(['2F,65', '2F,66', '30,65'], 'lac,ci'),
    cellFile(['47,101', '47,102', '48,101'], 'lac,ci'),
  ],
])(
  'finds cells written another way: %s',
  async (_, events, cells) => {
    expect(await load({ events, cells })).toMatchObject({
      rowsKept: 3,
      cellsUsed: 3,
      dropped: { unknownCell: 0 },
    });
  },
  timeLimit,
);

it(
  'keeps leading zeros where both files have them, and does not find what is not there',
  async () => {
    const cells = cellFile(['01', '1']);
    expect(await load({ events: eventFile(['01', '1', '001']), cells })).toMatchObject({
      cellsUsed: 2,
      dropped: { unknownCell: 1 },
    });
    const [profile] = await profilesOf({ events: eventFile(['01', '1', '001']), cells });
    expect(profile?.findings).toEqual([
      { kind: 'cellsUnknown', columns: [2], count: 1, of: 3, offer: 'none' },
    ]);
  },
  timeLimit,
);

it(
  'tells cells that stand in several places, and counts nothing at them',
  async () => {
    const cells = 'cell,lat,lon\na,51,12\na,52,12\nb,51,12\nb,51.001,12\n';
    const events = eventFile(['a', 'b', 'b']);
    const [, reference] = await profilesOf({ events, cells });
    expect(reference?.findings).toEqual([
      { kind: 'cellMoves', columns: [0], count: 1, of: 2, offer: 'none' },
    ]);
    expect(await load({ events, cells })).toMatchObject({
      rowsKept: 2,
      cellsUsed: 1,
      dropped: { unknownCell: 1 },
    });
  },
  timeLimit,
);
