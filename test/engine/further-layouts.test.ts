import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { acceptOffer } from '../../shared/extract/accept-offer.ts';
import type { ColumnRole, FileProfile, Mappings } from '../../shared/extract/profile.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import { numbers, person, table, time } from '../support/layout-rows.ts';
import { loadTexts } from '../support/load-files.ts';
import { type Files, openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 20_000;
let open: OpenReview;
let engine: Engine;

beforeAll(async () => {
  engine = await startWasmEngine();
  open = openReview(engine);
}, timeLimit);
afterAll(() => open.close());

const signal = new AbortController().signal;
const profilesOf = async (files: Files): Promise<readonly FileProfile[]> =>
  open.profiles({ sources: open.put(files).sources }, signal);
const load = async (files: Files, mappings?: (suggested: Mappings) => Mappings) =>
  open.load(files, mappings ? { mappings } : {});
const referenceAt = (lon: string, lat: string): string =>
  table(
    'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal',
    numbers(5).map(
      (i) => `LTE,262,3,9520,${100 + i},0,${lon}${i},${lat}${i},500,1,1,1400000000,1400000000,0`,
    ),
  );
const listedCells = (position: (i: number) => string): string =>
  numbers(5)
    .map((i) => `LTE,262,3,9520,${100 + i},0,${position(i)},500,1,1,1400000000,1400000000,0\n`)
    .join('');
const sitesCalled = (names: readonly (number | string)[], header: string): string =>
  table(
    header,
    names.map((name, i) => `${name},18.${i}10,34.${i}20`),
  );
const withoutRole =
  (gone: ColumnRole) =>
  (suggested: Mappings): Mappings => {
    const { cells, ...others } = suggested;
    if (!cells) throw new Error('there is no reference');
    return {
      ...others,
      cells: { ...cells, roles: cells.roles.map((role) => (role === gone ? 'ignored' : role)) },
    };
  };
const clock = (i: number): string => `${`${i % 24}`.padStart(2, '0')}:10:00`;
const day = (i: number): string => `${1 + (i % 28)}`.padStart(2, '0');
const roles = (profile: FileProfile | undefined): string =>
  profile?.columns.map(({ role }) => (role === 'ignored' ? '.' : role)).join(' ') ?? '';

it(
  'reads several sectors in one row of the cell reference, each with its own range',
  async () => {
    const cells = table(
      'Site ID,Latitude,Longitude,Sector 1 ID,Sector 1 Azimuth,Sector 1 Radius,Sector 2 ID,Sector 2 Azimuth,Sector 2 Radius,Radius Unit',
      [
        'N,51.30,12.30,N-1,0,1,N-2,180,2,Kilometers',
        'S,51.31,12.31,S-1,0,3,S-2,180,4,Kilometers',
        'W,51.32,12.32,W-1,0,5,,,,Kilometers',
      ],
    );
    const named = ['N-1', 'N-2', 'S-1', 'S-2', 'W-1', 'W-2'];
    const events = table(
      'person,time,cell_id',
      numbers(30).map((i) => `${person(i)},${time(i)},${named[i % 6]}`),
    );
    const [, profile] = await profilesOf({ events, cells });
    expect(roles(profile)).toBe('. latitude longitude cell . range furtherCell . furtherRange .');
    const extract = await loadTexts(engine, { events, cells });
    expect(extract.dropped.unknownCell).toBe(5);
    expect([...extract.cellRange]).toEqual([1000, 3000, 5000, 2000, 4000]);
    expect([...extract.latitude].map((y) => y.toFixed(2))).toEqual([
      '51.30',
      '51.31',
      '51.32',
      '51.30',
      '51.31',
    ]);
  },
  timeLimit,
);

it(
  'reads sectors with an area and a position of their own, and refuses those of which some have none',
  async () => {
    const cells = table(
      'Beginning LAC,Beginning Sector Identifier,Beginning Sector Latitude,Beginning Sector Longitude,Ending LAC,Ending Sector Identifier,Ending Sector Latitude,Ending Sector Longitude',
      ['7,1,51.30,12.30,8,1,51.40,12.40', '7,2,51.31,12.31,8,2,51.41,12.41'],
    );
    const events = table(
      'person,time,lac,sector',
      numbers(20).map((i) => `${person(i)},${time(i)},${7 + (i % 2)},${1 + ((i >> 1) % 2)}`),
    );
    const extract = await loadTexts(engine, { events, cells });
    expect(extract.dropped.unknownCell).toBe(0);
    expect([...extract.latitude].map((y) => y.toFixed(2))).toEqual(['51.30', '51.31', '51.40', '51.41']);
    await expect(load({ events, cells }, withoutRole('area'))).rejects.toMatchObject({
      failure: { code: 'sectors-uneven', detail: { role: 'area' } },
    });
  },
  timeLimit,
);

it(
  'reads positions in ten-millionths of a degree once the offer is taken, and reads no fraction of one',
  async () => {
    const rows = [
      '513401230,123712340',
      '-5,123712340',
      '513401230.5,123712340',
      '51.3,12.4',
      '1900000000,1',
    ];
    const events = table(
      'person,time,lat,lon',
      [...numbers(20).map((i) => `51340123${i % 10},12371234${i % 10}`), ...rows].map(
        (position, i) => `${person(i)},${time(i)},${position}`,
      ),
    );
    const [profile] = await profilesOf({ events });
    const offered = profile?.findings?.[0];
    expect(offered).toMatchObject({ kind: 'wholeDegrees', offer: 'degreesE7' });
    const taken = (suggested: Mappings): Mappings =>
      offered ? { ...suggested, events: acceptOffer(suggested.events, offered) } : suggested;
    const extract = await loadTexts(engine, { events }, { mappings: taken });
    expect(extract.dropped.badPosition).toBe(3);
    expect(
      [...extract.latitude]
        .map((y) => y.toFixed(7))
        .toSorted()
        .slice(0, 2),
    ).toEqual(['-0.0000005', '51.3401230']);
    const named = events.replace('lat,lon', 'latitudeE7,longitudeE7');
    expect(await load({ events: named })).toMatchObject({ rowsKept: 22, dropped: { badPosition: 3 } });
  },
  timeLimit,
);

it(
  'notices swapped axes of a cell reference by the country its rows name',
  async () => {
    const events = table(
      'person,time,area,cell',
      numbers(20).map((i) => `${person(i)},${time(i)},9520,${100 + (i % 5)}`),
    );
    const [, swapped] = await profilesOf({ events, cells: referenceAt('51.3', '12.4') });
    expect(swapped?.findings).toEqual([
      { kind: 'axesSwapped', columns: [7, 6], count: 5, of: 5, offer: 'swapAxes' },
    ]);
    expect((await profilesOf({ events, cells: referenceAt('12.4', '51.3') }))[1]?.findings).toBeUndefined();
  },
  timeLimit,
);

it.each<readonly [string, events: readonly string[], cells: readonly string[]]>([
  ['ECGI in hexadecimal', ['ecgi', '262-03-0006401', '262-03-000640A'], ['ECellID', '25601', '25610']],
  ['ECGI without marks', ['ecgi', '2620325601', '2620325610'], ['ECellID', '25601', '25610']],
  ['ECGI of a long network', ['ecgi', '31026025601', '31026025610'], ['eci', '25601', '25610']],
  ['CGI in hexadecimal', ['cgi', '262-03-2530-0065', '262-03-2530-00FF'], ['lac,ci', '9520,101', '9520,255']],
  ['CGI without marks', ['cgi', '262010952000101', '262010952045678'], ['lac,ci', '9520,101', '9520,45678']],
  ['area and cell of a CGI', ['lac,ci', '7,101', '8,101'], ['CGI', '3102600000700101', '3102600000800101']],
  ['nobody would know', ['mast', 'North', 'South'], ['tower no', 'North', 'South']],
])(
  'finds cells named as %s',
  async (_, [inEvents, ...seen], [inCells, ...known]) => {
    const events = table(
      `person,time,${inEvents}`,
      numbers(20).map((i) => `${person(i)},${time(i)},${seen[i % 2]}`),
    );
    const cells = table(
      `${inCells},lat,lon`,
      known.map((cell, i) => `${cell},51.3${i},12.3${i}`),
    );
    expect(await load({ events, cells })).toMatchObject({ rowsKept: 20, cellsUsed: 2 });
  },
  timeLimit,
);

it(
  'does not take a column for the cell because a few of its values are cells',
  async () => {
    const events = table(
      'person,time,duration',
      numbers(40).map((i) => `${person(i)},${time(i)},${i}`),
    );
    const cells = table('tower no,lat,lon', ['3,51.30,12.30', '7,51.31,12.31']);
    expect(roles((await profilesOf({ events, cells }))[0])).toBe('person time .');
  },
  timeLimit,
);

it(
  'reads the list of cells that OpenCelliD gives out without names, and sees when its axes are swapped',
  async () => {
    const events = table(
      'person,time,lac,cell',
      numbers(20).map((i) => `${person(i)},${time(i)},9520,${100 + (i % 5)}`),
    );
    const right = listedCells((i) => `12.3${i}1,51.3${i}1`);
    const [, profile] = await profilesOf({ events, cells: right });
    expect(roles(profile)).toBe('. . . area cell . longitude latitude range . . . . .');
    expect(profile?.findings).toBeUndefined();
    expect(await load({ events, cells: right })).toMatchObject({ rowsKept: 20, cellsUsed: 5 });
    const [, swapped] = await profilesOf({ events, cells: listedCells((i) => `51.3${i}1,12.3${i}1`) });
    expect(swapped?.findings).toMatchObject([{ kind: 'axesSwapped', columns: [7, 6], count: 5 }]);
  },
  timeLimit,
);

it(
  'says of records of one person a file that nobody is named in them',
  async () => {
    const events = table(
      'interaction,direction,correspondent_id,datetime,call_duration,antenna_id',
      numbers(20).map((i) => `call,in,${person(i)},2014-03-02 07:13:${10 + i},120,${100 + (i % 5)}`),
    );
    const cells = table(
      'antenna_id,latitude,longitude',
      numbers(5).map((i) => `${100 + i},42.3${i}1,-71.1${i}2`),
    );
    const [profile] = await profilesOf({ events, cells });
    expect(roles(profile)).toBe('. . . time . cell');
    expect(profile?.findings).toEqual([{ kind: 'noPerson', columns: [2], count: 20, of: 20, offer: 'none' }]);
    await expect(load({ events, cells })).rejects.toMatchObject({
      failure: { code: 'role-missing', detail: { role: 'person' } },
    });
  },
  timeLimit,
);

it(
  'understands VAST calls, headerless calls of the World Bank, stays of Shanghai and records of Iu-PS',
  async () => {
    const layouts: readonly (readonly [string, Files])[] = [
      [
        'person . time . cell',
        {
          events: table(
            'From,To,Datetime,Duration(seconds),Cell Tower',
            numbers(30).map(
              (i) =>
                `${i % 5},20${i % 7},200606${day(i)} ${clock(i).replace(':', '').slice(0, 4)},60,${i % 6}`,
            ),
          ),
          cells: sitesCalled(numbers(6), 'Cell Tower,lat,lon'),
        },
      ],
      [
        'person time cell',
        {
          events: numbers(30)
            .map((i) => `${person(i)},${day(i)}/03/2019 ${clock(i)},L${i % 6}\n`)
            .join(''),
          cells: sitesCalled(
            numbers(6).map((i) => `L${i}`),
            'location_id,latitude,longitude',
          ),
        },
      ],
      [
        '. . time . latitude longitude person',
        {
          events: table(
            'month,date,start,end,lat,lon,user',
            numbers(30).map(
              (i) =>
                `201406,2014/6/${1 + (i % 28)},2014/6/${1 + (i % 28)} ${i % 24}:05,2014/6/29 0:00,31.2${i},121.4${i},${person(i)}`,
            ),
          ),
        },
      ],
      [
        '. person time . . . area . cell',
        {
          events: table(
            'recordType,servedIMSI,recordOpeningTime,duration,mcc,mnc,lac,rac,sac',
            numbers(30).map(
              (i) =>
                `18,26203100000000${i % 5},${1_400_000_000_000 + i * 61_234},9,262,03,9520,1,${100 + (i % 6)}`,
            ),
          ),
          cells: sitesCalled(
            numbers(6).map((i) => `9520,${100 + i}`),
            'lac,sac,lat,lon',
          ),
        },
      ],
    ];
    for (const [expected, files] of layouts) {
      const [profile] = await profilesOf(files);
      expect(roles(profile)).toBe(expected);
      expect(profile?.columns.map(({ failing }) => failing)).toEqual(profile?.columns.map(() => 0));
      expect(await load(files)).toMatchObject({ rowsKept: 30, persons: 5 });
    }
  },
  timeLimit,
);
