import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kill } from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, type Page, test } from '@playwright/test';
import { demoCellsCsv } from '../../../shared/demo/files.ts';
import { paths as bundlePaths } from '../../../shared/bundle/names.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { filesOf } from '../../support/tampered-bundle.ts';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { LookUpScreen } from '../screens/look-up-screen.ts';
import { ReceiptScreen } from '../screens/receipt-screen.ts';
import { SealScreen } from '../screens/seal-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { commandLine } from '../support/command-line.ts';
import { filesWith, temporaryFiles } from '../support/files-with.ts';
import { type ExtractPaths, writeExtract } from '../support/generated-extract.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { nativeProcess } from '../support/native-process.ts';
import { openPolicy } from '../support/opened-policy.ts';
import { prepareDialogs, type PreparedDialogs } from '../support/prepared-dialogs.ts';
import { occurrencesInMemory } from '../support/process-memory.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { crossedToDesk, crossedToMain, watchPorts } from '../support/watched-ports.ts';

test.describe.configure({ mode: 'serial' });

// Written in two halves, so that the test's own processes do not hold the whole in their sources.
const canary = ['5ca1ab1e', '77d0f3c2'].join('');
const passphrase = 'five plain words for native';
const firstCell = demoCellsCsv({ preset: 'town', persons: 1, days: 1, seed: 1 }).split(/[\n,]/)[5] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'freigabe-native-'));
const userData = join(folder, 'user-data');
const [bundle, byWasm, key] = ['native.freigabe.zip', 'wasm.freigabe.zip', 'nadia.key.json'].map((name) =>
  join(folder, name),
) as [string, string, string];
const solo = builtInPolicies.solo;
const policy = {
  ...solo,
  id: 'solo-without-attacks',
  title: 'Solo without attacks',
  attacks: { ...solo.attacks, required: [] },
  // The register of the generated town bears a fixed date.
  maximumRegisterAgeHours: null,
};
const forbidding = { ...policy, id: 'no-native', title: 'Nothing native', nativeEngine: false };

let paths: ExtractPaths;
let dialogs: PreparedDialogs;
let freigabe: LaunchedFreigabe;
let page: Page;
let pid = 0;
const before = new Set(temporaryFiles());
let output = '';
let isKilled = false;

test.beforeAll(async () => {
  const rows = Array.from(
    { length: 59 },
    (_, i) => `2026-05-04T10:${`${i}`.padStart(2, '0')}:00Z,${canary},${firstCell},data`,
  );
  paths = writeExtract(join(folder, 'extract'), 3000, rows);
  dialogs = prepareDialogs();
  dialogs.answer({ open: paths });
  freigabe = await launchFreigabe({
    args: ['--language', 'en', '--theme', 'light'],
    env: { ...dialogs.env, FREIGABE_TEST_ENGINE: 'native', FREIGABE_STRAY: canary.slice(0, 8) },
    userData,
  });
  for (const stream of [freigabe.app.process().stdout, freigabe.app.process().stderr])
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  page = await freigabe.window('desk');
  await watchPorts(freigabe);
});

test.afterAll(async () => {
  if (!isKilled) await freigabe.close();
  removeFolder(folder);
});

const engine = () => page.locator('[data-engine]');

async function read(): Promise<void> {
  await page.getByRole('button', { name: /^Read (extract|again)/ }).click();
}

test('an extract is read in a process of its own, which the status bar names and explains', async () => {
  const extract = new ExtractScreen(page);
  await extract.chooseEvents.click();
  for (const kind of ['cells', 'persons', 'objections', 'zones'] as const) await extract.add(kind);
  await expect(engine()).toHaveAttribute('data-engine', 'native');
  await expect(engine().getByRole('button')).toHaveText(/DuckDB native, process of its own/);
  const why = engine().getByRole('tooltip', { includeHidden: true });
  await expect(why).toBeHidden();
  await engine().hover();
  await expect(why).toContainText('Chosen by name.');
  await read();
  await new FrameScreen(page).go('tune');
  const tune = new TuneScreen(page);
  await expect(tune.zones.getByRole('option').first()).toBeAttached();
  pid = (await nativeProcess(freigabe)) ?? 0;
  expect(pid).toBeGreaterThan(0);
  const pages = await freigabe.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getURL()),
  );
  expect(
    pages.filter((url) => url.startsWith('app://vault/')),
    'no page holds it as well',
  ).toEqual([]);
  const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
  expect(environment, 'nothing a person set').not.toContain('FREIGABE_');
});

test('an identifier is looked up in it', async () => {
  const [extract, frame] = [new ExtractScreen(page), new FrameScreen(page)];
  await frame.go('extract');
  await extract.lookUp.click();
  const lookUp = new LookUpScreen(await freigabe.window('look-up'));
  expect((await lookUp.ask(canary))[1]).toBe('The person is in the extract.');
  await lookUp.escape();
  await frame.go('tune');
});

test('what it counted is signed, and is what WASM counts', async () => {
  const [tune, frame, approve] = [new TuneScreen(page), new FrameScreen(page), new ApproveScreen(page)];
  await openPolicy(page, dialogs, policy);
  await tune.settled();
  dialogs.answer({ save: { key, bundle } });
  await frame.go('approve');
  await approve.createKey('nadia@example.org');
  await new SealScreen(await freigabe.window('seal')).create(passphrase);
  await expect(page.getByText(/^SHA256:/)).toBeVisible();
  await approve.fillTerms();
  await approve.sign.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await expect(seal.digestGroups).toHaveCount(8);
  const digest = await seal.digest();
  await seal.passphrase.fill(passphrase);
  await seal.finish(seal.sign);
  const receipt = new ReceiptScreen(page);
  await expect(receipt.outcome).toContainText('This bundle is a release');
  expect(await receipt.digest()).toBe(digest);

  const options = {
    ...paths,
    recipe: written('recipe.json', filesOf(readFileSync(bundle)).get(bundlePaths.recipe) ?? ''),
    policy: written('policy.json', JSON.stringify(policy)),
    engine: 'wasm',
    key,
    'passphrase-file': written('pass.txt', passphrase),
    out: byWasm,
  };
  const { json } = commandLine(
    'release',
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  );
  expect(json).toMatchObject({ released: true });
  expect(tables(bundle).length).toBeGreaterThan(0);
  expect(tables(bundle)).toEqual(tables(byWasm));
});

test('a planted identifier is in its memory and nowhere else', async () => {
  expect(occurrencesInMemory(pid, canary), 'the search must find it where it is').toBeGreaterThan(0);
  const desk = await freigabe.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .filter((each) => each.getURL().startsWith('app://desk/'))
      .map((each) => each.getOSProcessId()),
  );
  expect(desk).toHaveLength(1);
  for (const each of desk) expect(occurrencesInMemory(each, canary), 'memory of the desk').toBe(0);
  const messages = [...(await crossedToDesk(freigabe)), ...(await crossedToMain(freigabe))];
  expect(messages.length, 'messages must have been seen').toBeGreaterThan(3);
  expect(messages.filter((message) => message.includes(canary))).toEqual([]);
  expect(output).not.toContain(canary);
  expectNothingOnDisk();
});

test('closing the review ends the process, and leaves nothing', async () => {
  const [extract, frame] = [new ExtractScreen(page), new FrameScreen(page)];
  await frame.go('extract');
  await page.getByRole('button', { name: /^Close review/ }).click();
  await expect(page.getByText(/The review was closed and its raw data destroyed/)).toBeVisible();
  expect(isRunning(pid), 'it is gone before the desk says so').toBe(false);
  expect(await nativeProcess(freigabe)).toBeUndefined();
  expectNothingOnDisk();
  await expect(engine()).toHaveCount(0);
  await expect(extract.chooseEvents).toBeVisible();
});

test('killed while it reads, it leaves nothing, and the window says so', async () => {
  const [extract, frame] = [new ExtractScreen(page), new FrameScreen(page)];
  dialogs.answer({ open: paths });
  await extract.chooseEvents.click();
  await expect(engine()).toHaveAttribute('data-engine', 'native');
  await extract.add('cells');
  pid = (await nativeProcess(freigabe)) ?? 0;
  await read();
  kill(pid, 'SIGKILL');
  await expect(frame.alert).toContainText('The process that held the raw data ended');
  await expect.poll(() => isRunning(pid)).toBe(false);
  expectNothingOnDisk();
});

test('a policy that forbids it ends it, and the sandboxed page reads instead', async () => {
  const [extract, frame] = [new ExtractScreen(page), new FrameScreen(page)];
  await read();
  await expect(extract.understood).toContainText('people');
  pid = (await nativeProcess(freigabe)) ?? 0;
  expect(isRunning(pid)).toBe(true);
  await page.getByRole('button', { name: 'Tune', exact: true }).last().click();
  dialogs.answer({ open: { policy: written('forbidding.json', JSON.stringify(forbidding)) } });
  await page.getByRole('button', { name: 'Open policy file…' }).click();
  await expect(frame.alert).toContainText('The policy forbids the native engine, which held this extract');
  expect(isRunning(pid)).toBe(false);
  await expect(engine()).toHaveAttribute('data-engine', 'wasm');
  await read();
  await expect(extract.understood).toContainText('people');
  await freigabe.window('vault');
});

test('the audit log says which it was', () => {
  const lines = readFileSync(join(userData, 'ledger', 'audit.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const records = lines.map((line) => JSON.parse(line) as { readonly data: { readonly engine?: string } });
  expect(records.flatMap(({ data }) => data.engine ?? [])).toEqual(
    expect.arrayContaining(['native', 'wasm']),
  );
  expect(lines.join('\n')).not.toContain(folder);
});

/** The lines of a text file that have all its columns, as Parquet. */
async function writeParquet(csv: string, parquet: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const lines = `read_csv('${csv}', delim = ',', header = true, all_varchar = true, ignore_errors = true)`;
  await connection.run(`COPY (SELECT * FROM ${lines}) TO '${parquet}' (FORMAT parquet)`);
  connection.closeSync();
}

function written(name: string, content: Uint8Array | string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Figures and zones of a bundle, as text by path. */
function tables(path: string): readonly (readonly [string, string])[] {
  return [...filesOf(readFileSync(path))]
    .filter(([name]) => name.startsWith('data/tables/') || name.startsWith('data/geo/'))
    .map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')] as const);
}

test('a Parquet file is read there without being asked, and it goes when the application is killed as a whole', async () => {
  await freigabe.close();
  const parquet = join(folder, 'events.parquet');
  await writeParquet(paths.events, parquet);
  freigabe = await launchFreigabe({
    args: ['--language', 'en', '--events', parquet],
    userData,
  });
  page = await freigabe.window('desk');
  await expect(engine()).toHaveAttribute('data-engine', 'native');
  await engine().hover();
  await expect(engine().getByRole('tooltip')).toContainText('Parquet files are read by native DuckDB.');
  await expect(page.getByLabel('Meaning of column subscriber_id')).toHaveValue('person');
  pid = (await nativeProcess(freigabe)) ?? 0;
  expect(isRunning(pid)).toBe(true);
  const closed = freigabe.app.waitForEvent('close');
  kill(freigabe.app.process().pid ?? 0, 'SIGKILL');
  await closed;
  isKilled = true;
  await expect.poll(() => isRunning(pid)).toBe(false);
  expectNothingOnDisk();
});

function isRunning(process: number): boolean {
  return existsSync(`/proc/${process}`);
}

function expectNothingOnDisk(): void {
  const left = temporaryFiles().filter((path) => !before.has(path) && !path.startsWith(folder));
  expect(filesWith(canary, [userData, '/dev/shm', ...left])).toEqual([]);
  expect(existsSync(join(userData, 'spill')) ? readdirSync(join(userData, 'spill')) : []).toEqual([]);
}
