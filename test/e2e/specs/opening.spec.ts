import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, type Page, test } from '@playwright/test';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { type PreparedDialogs, prepareDialogs } from '../support/prepared-dialogs.ts';
import { removeFolder } from '../support/remove-folder.ts';

test.describe.configure({ mode: 'serial' });

const pictures = fileURLToPath(new URL('../../../test-results/screens/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'freigabe-opening-'));
const parquetRows = 40_000;
const put = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, [...lines, ''].join('\n'));
  return path;
};
/** Events of a day: forty people, each at one of four cells. */
const eventsOf = (day: string): readonly string[] => [
  'subscriber_id,timestamp_utc,cell_id',
  ...Array.from(
    { length: 400 },
    (_, i) =>
      `person${i % 40},${day}T1${i % 10}:${10 + (i % 50)}:00Z,${i % 2 === 0 ? 'N' : 'S'}-${1 + ((i >> 1) % 2)}`,
  ),
];
/** Two sites of two sectors, each site in one row, with longitude and latitude swapped. */
const cellLines = [
  'Site ID,mcc,Latitude,Longitude,Sector 1 ID,Sector 1 Azimuth,Sector 2 ID,Sector 2 Azimuth',
  'N,262,12.37,51.34,N-1,0,N-2,180',
  'S,262,12.40,51.30,S-1,0,S-2,180',
];

let dialogs: PreparedDialogs;
let freigabe: LaunchedFreigabe;
let page: Page;
let extract: ExtractScreen;
let cells = '';
let parquet = '';

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  for (const day of ['2026-05-04', '2026-05-05']) put(`delivery/date=${day}/part-0.csv`, eventsOf(day));
  put('delivery/_SUCCESS', []);
  cells = put('cells.csv', cellLines);
  parquet = await writeParquet();
  dialogs = prepareDialogs();
  freigabe = await launchFreigabe({
    args: ['--language', 'en', '--theme', 'light'],
    env: { ...dialogs.env, FREIGABE_TEST_ENGINE: 'wasm' },
  });
  page = await freigabe.window('desk');
  extract = new ExtractScreen(page);
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

const rowsKept = (rows: string) => expect(extract.understood).toContainText(`rows kept of ${rows} read`);
const read = async () => page.getByRole('button', { name: /^(Read extract|Read again)$/ }).click();
const line = (kind: string) => page.locator(`[data-kind="${kind}"]`);

test('a folder of folders by date is chosen, and cells are dropped beside it', async () => {
  dialogs.answer({ folder: { events: join(folder, 'delivery') } });
  await page.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(line('events')).toContainText('delivery');
  await expect(line('events')).toContainText('2 files');
  await extract.drop(cells);
  await expect(page.getByLabel('Column for Further cell of the row', { exact: true })).toHaveValue('6');
  await page.getByRole('button', { name: 'Swap latitude and longitude' }).click();
  await expect(page.getByLabel('Column for Latitude', { exact: true })).toHaveValue('3');
  await page.screenshot({ path: join(pictures, 'opening-sectors.png') });
  await extract.noRegisterReason.fill('a test');
  await read();
  await rowsKept('800');
  await expect(extract.understood).toContainText('4 used of 4 known');
});

test('several files dropped at once are one extract', async () => {
  for (const kind of ['Events', 'Cell reference'])
    await page.getByRole('button', { name: `Remove file: ${kind}` }).click();
  const days = ['2026-05-06', '2026-05-07', '2026-05-08'];
  await extract.drop(cells, ...days.map((day, i) => put(`calls-${i}.csv`, eventsOf(day))));
  await expect(line('events')).toContainText('3 files');
  await expect(line('cells')).toContainText('cells.csv');
  await read();
  await rowsKept('1,200');
});

test('a Parquet file is read in the page of the vault, a range after another', async () => {
  for (const kind of ['Events', 'Cell reference'])
    await page.getByRole('button', { name: `Remove file: ${kind}` }).click();
  const ranges: string[] = [];
  freigabe.app.context().on('request', (request) => ranges.push(request.headers()['range'] ?? request.url()));
  dialogs.answer({ open: { events: parquet } });
  await page.getByRole('button', { name: /^(Add file: Events|Choose event file…)$/ }).click();
  await read();
  await rowsKept('40,000');
  expect(new Set(ranges.filter((range) => range.startsWith('bytes='))).size).toBeGreaterThan(2);
});

/** Events that state their position, in two groups of rows. */
async function writeParquet(): Promise<string> {
  const path = join(folder, 'calls.parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT 'person' || (i % 500) AS subscriber_id,
    TIMESTAMP '2026-05-04 00:00:00' + to_seconds(i % 600000) AS timestamp_utc, 51.3 + (i % 7) / 100 AS lat, 12.3 AS lon
    FROM range(${parquetRows}) AS rows(i)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 20480)`);
  connection.closeSync();
  return path;
}
