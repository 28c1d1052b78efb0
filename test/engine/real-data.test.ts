import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { presets } from '../../shared/recipe/presets.ts';
import { openReview, type Files, type OpenReview } from '../support/open-review.ts';

const timeLimit = 120_000;
/** The folder of data beside the repository. */
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
let open: OpenReview;

beforeAll(async () => {
  open = openReview(await startWasmEngine());
}, timeLimit);
afterAll(() => open.close());

const signal = new AbortController().signal;

/** Bytes of a file of real data; where it is absent the test is passed over, except in CI. */
function realFile(test: TestContext, name: string): Uint8Array {
  const path = `${data}${name}`;
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  if (process.env['CI'] !== undefined) throw new Error(`${path} is needed in CI and absent`);
  return test.skip('the data beside the repository is absent');
}

async function rolesOf(files: Files): Promise<Readonly<Record<string, string>>> {
  const profiles = await open.profiles({ sources: open.put(files).sources }, signal);
  const named = profiles.map(({ kind, columns }) => [
    kind,
    columns
      .map(({ name, role }) => `${name}=${role}`)
      .filter((text) => !text.endsWith('=ignored'))
      .join(' '),
  ]);
  return Object.fromEntries(named);
}

const eventAt = (cell: string, i: number): string =>
  `${(i % 500).toString(16).padStart(16, '0')};2026-05-04 ${10 + (i % 8)}:${10 + (i % 50)}:00;${cell}`;

/** A cell reference as OpenCelliD lays it out for the cells of events; the positions are invented, since nobody published them. */
function referenceFor(events: string): string {
  const cells = new Set(
    events
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[4] ?? ''),
  );
  const rows = [...cells]
    .filter((cell) => cell !== '')
    .map((cell) => {
      const [mcc, net, area = 0, number = 0] = cell.split('-').map(Number);
      const [longitude, latitude] = [121 + (area % 900) / 1000, 30 + (number % 900) / 1000];
      return `UMTS,${mcc},${net},${area},${number},0,${longitude},${latitude},1000,5,1,1400000000,1438560000,0`;
    });
  return [
    'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal',
    ...rows,
    '',
  ].join('\n');
}

it(
  'opens 287,510 real events with a reference of their cells, without a hand on the mapping',
  async (test) => {
    const packed = realFile(test, 'china_isp_events.csv.gz');
    const cells = referenceFor(gunzipSync(packed).toString());
    expect(await rolesOf({ events: packed, cells })).toEqual({
      events: 'subscriber_id=person timestamp_utc=time cell_id=cell',
      cells: 'area=area cell=cell lon=longitude lat=latitude range=range',
    });
    const understood = await open.load({ events: packed, cells }, { timeZone: 'Asia/Shanghai' });
    expect(understood).toMatchObject({
      rowsRead: 287_510,
      persons: 5042,
      cellsKnown: 13_552,
      cellsUsed: 13_552,
      dropped: { ragged: 0, badTime: 0, unknownCell: 0 },
    });
  },
  timeLimit,
);

it(
  'opens the real cell reference of Leipzig with its zones: every zone is on the map, and events at its cells are in them',
  async (test) => {
    const cells = Buffer.from(realFile(test, 'leipzig/leipzig_cell_reference.csv')).toString();
    const zones = realFile(test, 'leipzig/zones.geojson');
    const ids = cells
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    const events = ['subscriber_hash;event_ts;cell_id', ...ids.map(eventAt), ''].join('\n');
    expect(await rolesOf({ events, cells })).toEqual({
      events: 'subscriber_hash=person event_ts=time cell_id=cell',
      cells: 'cell_id=cell lat=latitude lon=longitude',
    });
    const understood = await open.load(
      { events, cells, zones },
      { timeZone: 'Europe/Berlin', zones: { kind: 'polygons' } },
    );
    expect(understood).toMatchObject({
      rowsRead: 10_552,
      persons: 500,
      cellsKnown: 10_552,
      cellsUsed: 10_552,
      polygons: 63,
    });
    const recipe = {
      ...presets.conservative,
      zones: { kind: 'polygons' as const },
      timeZone: 'Europe/Berlin',
    };
    const shown = open.review.zones({ recipe });
    expect(shown).toHaveLength(63);
  },
  timeLimit,
);
