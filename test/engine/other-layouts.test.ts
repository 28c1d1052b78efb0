import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { acceptOffer } from '../../shared/extract/accept-offer.ts';
import { withCellFormOf } from '../../shared/extract/cell-form-of-column.ts';
import type { FileProfile, Mapping, Mappings } from '../../shared/extract/profile.ts';
import { suggestedMappings } from '../../shared/workflow/profile-files.ts';
import { numbers, person, table, time } from '../support/layout-rows.ts';
import { loadTexts } from '../support/load-files.ts';
import type { Engine } from '../../shared/ports/engine.ts';
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
const roles = (profile: FileProfile | undefined): string =>
  profile?.columns.map(({ role }) => (role === 'ignored' ? '.' : role)).join(' ') ?? '';

const hex = (i: number): string => (4096 + i).toString(16).toUpperCase();
const withArea = (suggested: Mappings): Mappings => ({
  ...suggested,
  events: { ...suggested.events, roles: ['person', 'time', 'area', 'cell'] },
});

const square = (west: number, south: number): string => {
  const ring = [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ];
  const zone = {
    type: 'Feature',
    properties: { zone_id: 'a' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
  return JSON.stringify({ type: 'FeatureCollection', features: [zone] });
};
const swappedRows = numbers(30).map((i) => `${person(i)},${time(i)},${12 + i / 100},${51 + i / 100}`);
const swapped = table('person,time,lat,lon', swappedRows);
const offersOf = (profile: FileProfile | undefined) =>
  profile?.findings?.map(({ kind, offer }) => `${kind} ${offer}`) ?? [];

it(
  'notices swapped axes where people live either way, by the zones, and mends them when asked',
  async () => {
    expect(offersOf((await profilesOf({ events: swapped }))[0])).toEqual([]);
    const zones = square(12, 51);
    const files = { events: swapped, zones };
    const [profile] = await profilesOf(files);
    expect(profile?.findings).toEqual([
      { kind: 'axesSwapped', columns: [2, 3], count: 30, of: 30, offer: 'swapAxes' },
    ]);
    const take = (suggested: Mappings): Mappings => {
      const finding = profile?.findings?.[0];
      return finding ? { ...suggested, events: acceptOffer(suggested.events, finding) } : suggested;
    };
    const zoned = { zones: { kind: 'polygons' } } as const;
    expect((await open.load(files, zoned)).dropped.outsideZones).toBe(30);
    expect((await open.load(files, { ...zoned, mappings: take })).dropped.outsideZones).toBe(0);
    expect(offersOf((await profilesOf({ events: swapped, zones: square(40, 40) }))[0])).toEqual([]);
  },
  timeLimit,
);

it(
  'tells of positions 2,000 km away, which lie outside all zones and not in the nearest',
  async () => {
    const near = numbers(60).map((i) => `${person(i)},${time(i)},51.${10 + i},12.${10 + i}`);
    const away = ['33.4,12.4', '51.5,-17.1', '69.6,19.0'].map((at, i) => `${person(i)},${time(i)},${at}`);
    const events = table('person,time,lat,lon', [...near, ...away]);
    const files = { events, zones: square(12, 51) };
    expect((await profilesOf(files))[0]?.findings).toEqual([
      { kind: 'farPositions', columns: [2, 3], count: 3, of: 63, offer: 'none' },
    ]);
    const zoned = await open.load(files, { zones: { kind: 'polygons' } });
    expect(zoned).toMatchObject({ rowsKept: 60, dropped: { outsideZones: 3 } });
    expect(await load({ events })).toMatchObject({ rowsKept: 63, dropped: { outsideZones: 0 } });
  },
  timeLimit,
);

it(
  'notices swapped axes of a cell reference by the zones, and of events by the cell reference',
  async () => {
    const cellRows = numbers(20).map((i) => `c${i},${12 + i / 100},${51 + i / 100}`);
    const cells = table('cell_id,lat,lon', cellRows);
    const named = table(
      'person,time,cell_id',
      numbers(20).map((i) => `${person(i)},${time(i)},c${i}`),
    );
    const [, reference] = await profilesOf({ events: named, cells, zones: square(12, 51) });
    expect(offersOf(reference)).toEqual(['axesSwapped swapAxes']);
    const right = cells.replace('lat,lon', 'lon,lat');
    expect(offersOf((await profilesOf({ events: named, cells: right, zones: square(12, 51) }))[1])).toEqual(
      [],
    );
    expect(offersOf((await profilesOf({ events: swapped, cells: right }))[0])).toEqual([
      'axesSwapped swapAxes',
    ]);
  },
  timeLimit,
);

it(
  'reads cells in the form of the column the officer picks, and in the former one when that is picked again',
  async () => {
    const events = table(
      'person,time,cell_id,cell_hex',
      numbers(40).map((i) => `${person(i)},${time(i)},${4096 + (i % 9)},${hex(i % 9)}`),
    );
    const cells = table(
      'cell_id,lat,lon',
      numbers(9).map((i) => `${4096 + i},51.${i},12.${i}`),
    );
    const files = { events, cells };
    const [profile] = await profilesOf(files);
    expect(profile?.columns.map(({ cellForm }) => cellForm)).toEqual([
      undefined,
      undefined,
      'asWritten',
      'hex',
    ]);
    const pick = (mapping: Mapping, column: number): Mapping =>
      withCellFormOf(
        {
          ...mapping,
          roles: mapping.roles.map((role, i) => (i === column ? 'cell' : role === 'cell' ? 'ignored' : role)),
        },
        profile,
      );
    const picked = await load(files, (suggested) => ({ ...suggested, events: pick(suggested.events, 3) }));
    expect(picked).toMatchObject({ rowsKept: 40, dropped: { unknownCell: 0 } });
    const { events: proposed } = suggestedMappings(await profilesOf(files));
    expect(pick(pick(proposed, 3), 2)).toEqual(proposed);
  },
  timeLimit,
);

it(
  'refuses an area beside the cell in one of two files only, unless the other has it in the cell',
  async () => {
    const events = table(
      'person,time,lac,ci',
      numbers(20).map((i) => `${person(i)},${time(i)},77,${100 + (i % 4)}`),
    );
    const plain = table(
      'cell,lat,lon',
      numbers(4).map((i) => `${100 + i},51.${i},12.${i}`),
    );
    await expect(load({ events, cells: plain }, withArea)).rejects.toMatchObject({
      failure: { code: 'area-alone', detail: { kind: 'events' } },
    });
    const joined = table(
      'cgi,lat,lon',
      numbers(4).map((i) => `262-07-77-${100 + i},51.${i},12.${i}`),
    );
    expect(await load({ events, cells: joined })).toMatchObject({ rowsKept: 20, cellsUsed: 4 });
  },
  timeLimit,
);

it.each([
  { range: 'Radius', unit: 'Radius Unit', length: '2', said: 'Kilometers', metres: 2000 },
  { range: 'radius_mi', unit: 'note', length: '1.5', said: 'x', metres: 2414.016 },
  { range: 'Radius', unit: 'units', length: '1000', said: 'ft', metres: 304.8 },
  { range: 'radius', unit: 'unit', length: '750', said: 'm', metres: 750 },
  { range: 'range', unit: 'unit', length: '750', said: '0', metres: 750 },
])(
  'reads positions and range of cell site records with azimuth and beamwidth: $range, $unit',
  async ({ range, unit, length, said, metres }) => {
    const cells = table(
      `Site ID,Sector ID,Latitude,Longitude,Azimuth,Beamwidth,${range},${unit}`,
      numbers(9).map((i) => `S${i >> 2},X${i},51.3${i},12.3${i},${i * 40},65,${length},${said}`),
    );
    const events = table(
      'person,time,sector',
      numbers(27).map((i) => `${person(i)},${time(i)},X${i % 9}`),
    );
    const [, profile] = await profilesOf({ events, cells });
    expect(roles(profile)).toBe('. cell latitude longitude . . range .');
    const extract = await loadTexts(engine, { events, cells });
    expect([...new Set(extract.cellRange)]).toEqual([metres]);
  },
  timeLimit,
);

it(
  'leaves a radius unread where rows name several units, or none that is known',
  async () => {
    for (const said of ['km', 'parsec']) {
      const rows = numbers(9).map(
        (i) => `X${i},51.3${i},12.3${i},2,${i === 4 ? said : said === 'km' ? 'm' : said}`,
      );
      const cells = table('cell_id,lat,lon,radius,unit', rows);
      const events = table(
        'person,time,cell_id',
        numbers(9).map((i) => `${person(i)},${time(i)},X${i}`),
      );
      expect(roles((await profilesOf({ events, cells }))[1])).toBe('cell latitude longitude . .');
    }
  },
  timeLimit,
);

it(
  'reads cells as NSG exports them',
  async () => {
    const cells = table(
      'CellName,Longitude,Latitude,PCI,EARFCN,ECellID,Azimuth',
      numbers(9).map((i) => `North ${i},12.3${i},51.3${i},${i},1300,${25_600 + i},${i * 40}`),
    );
    const events = table(
      'person,time,enb,eci',
      numbers(27).map((i) => `${person(i)},${time(i)},100,${25_600 + (i % 9)}`),
    );
    const [, profile] = await profilesOf({ events, cells });
    expect(roles(profile)).toBe('. longitude latitude . . cell .');
    expect(await load({ events, cells })).toMatchObject({ rowsKept: 27, cellsUsed: 9 });
  },
  timeLimit,
);

it(
  'refuses trips that were counted already',
  async () => {
    const events = table(
      'fecha|periodo|origen|destino|distancia|actividad_origen|actividad_destino|estudio_origen_posible|estudio_destino_posible|residencia|renta|edad|sexo|viajes|viajes_km',
      numbers(9).map(
        (i) => `20220301|${i}|01001|01002|2-10|casa|trabajo|si|si|01|10-15|25-45|mujer|12.${i}|40.1`,
      ),
    );
    await expect(profilesOf({ events })).rejects.toMatchObject({
      failure: { code: 'counted-already', detail: { columns: 'origen, destino, viajes' } },
    });
    const calls = table(
      'from,to,datetime,duration,cell_id',
      numbers(9).map((i) => `${person(i)},x,${time(i)},1,c`),
    );
    expect(roles((await profilesOf({ events: calls }))[0])).toBe('person . time . cell');
  },
  timeLimit,
);
