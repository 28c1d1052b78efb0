import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { demoCellsCsv } from '../../../shared/demo/files.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { filesWith, temporaryFiles } from '../support/files-with.ts';
import { writeExtract } from '../support/generated-extract.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { prepareDialogs } from '../support/prepared-dialogs.ts';
import { occurrencesInMemory } from '../support/process-memory.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { crossedToDesk, crossedToMain, watchPorts } from '../support/watched-ports.ts';

// Written in two halves, so that the test's own processes do not hold the whole in their sources.
const canary = ['c0ffee5f', '3e9a7b21'].join('');
const wiped = ['b0a710ad', '4dd2c6e9'].join('');
const firstCell = demoCellsCsv({ preset: 'town', persons: 1, days: 1, seed: 1 }).split(/[\n,]/)[5] ?? '';

test('an identifier planted in the extract appears nowhere outside the vault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-canary-'));
  const rows = Array.from(
    { length: 59 },
    (_, i) => `2026-05-04T10:${`${i}`.padStart(2, '0')}:00Z,${canary},${firstCell},data`,
  );
  const paths = writeExtract(join(folder, 'extract'), 3000, rows);
  const userData = join(folder, 'user-data');
  const before = new Set(temporaryFiles());
  const dialogs = prepareDialogs();
  dialogs.answer({ open: paths });
  const freigabe = await launchFreigabe({
    args: ['--language', 'en', '--theme', 'light'],
    env: dialogs.env,
    userData,
  });
  let output = '';
  for (const stream of [freigabe.app.process().stdout, freigabe.app.process().stderr])
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  try {
    await watchPorts(freigabe);
    await openExtract(freigabe);
    const pids = await processes(freigabe);
    expect(occurrencesInMemory(pids.vault, canary), 'the search must find it where it is').toBeGreaterThan(0);
    expect(occurrencesInMemory(pids.desk, canary), 'memory of the desk').toBe(0);
    const messages = [...(await crossedToDesk(freigabe)), ...(await crossedToMain(freigabe))];
    expect(messages.length, 'messages must have been seen').toBeGreaterThan(3);
    expect(messages.filter((message) => message.includes(canary))).toEqual([]);
    expect(output).not.toContain(canary);
    const left = temporaryFiles().filter((path) => !before.has(path) && !path.startsWith(folder));
    expect(filesWith(canary, [userData, '/dev/shm', ...left])).toEqual([]);
    cpSync(paths.events, join(userData, 'control.csv'));
    expect(filesWith(canary, [userData]), 'the search must find a file that has it').toHaveLength(1);
  } finally {
    await freigabe.close();
    removeFolder(folder);
  }
});

test('closing a review leaves nothing of it behind, nor does one called off while it was read', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-wipe-'));
  const rows = Array.from(
    { length: 59 },
    (_, i) => `2026-05-04T10:${`${i}`.padStart(2, '0')}:00Z,${wiped},${firstCell},data`,
  );
  const paths = writeExtract(join(folder, 'extract'), 30_000, rows);
  const userData = join(folder, 'user-data');
  const before = new Set(temporaryFiles());
  const dialogs = prepareDialogs();
  dialogs.answer({ open: paths });
  const freigabe = await launchFreigabe({
    args: ['--language', 'en', '--theme', 'light'],
    env: dialogs.env,
    userData,
  });
  const expectNothing = async (when: string): Promise<void> => {
    for (const pid of await allProcesses(freigabe))
      expect(occurrencesInMemory(pid, wiped), `${when}: memory of process ${pid}`).toBe(0);
    const left = temporaryFiles().filter((path) => !before.has(path) && !path.startsWith(folder));
    expect(filesWith(wiped, [userData, '/dev/shm', ...left]), when).toEqual([]);
  };
  const close = async (vault: number): Promise<void> => {
    const page = await freigabe.window('desk');
    await page.getByRole('button', { name: 'Close review and destroy raw data' }).click();
    await expect(page.getByText(/The review was closed and its raw data destroyed/)).toBeVisible();
    await expect.poll(() => existsSync(`/proc/${vault}`)).toBe(false);
  };
  try {
    await openExtract(freigabe);
    const page = await freigabe.window('desk');
    await new TuneScreen(page).typeMinimum(20);
    const first = (await processes(freigabe)).vault;
    expect(occurrencesInMemory(first, wiped), 'the search must find it where it is').toBeGreaterThan(0);
    await new FrameScreen(page).go('extract');
    await close(first);
    await expectNothing('after closing');

    const day = readFileSync(paths.events, 'utf8');
    const lines = day.slice(day.indexOf('\n') + 1);
    for (let copies = 1; copies < 15; copies++) appendFileSync(paths.events, lines);
    await chooseFiles(page);
    await page.getByRole('button', { name: 'Read extract' }).click();
    const extract = new ExtractScreen(page);
    await expect(extract.progress, 'reading 200 MB takes seconds').toBeVisible();
    await extract.cancel.click();
    await expect(page.getByText('Reading was called off')).toBeVisible();
    const { vault, desk } = await processes(freigabe);
    expect(occurrencesInMemory(desk, wiped), 'after calling off: memory of the desk').toBe(0);
    await close(vault);
    await expectNothing('after calling off and closing');
  } finally {
    await freigabe.close();
    removeFolder(folder);
  }
});

/** Every process of the application that is left. */
async function allProcesses(freigabe: LaunchedFreigabe): Promise<readonly number[]> {
  const all = await freigabe.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  return [...new Set([...all, freigabe.app.process().pid ?? 0])].filter((pid) =>
    existsSync(`/proc/${pid}/mem`),
  );
}

async function openExtract(freigabe: LaunchedFreigabe): Promise<void> {
  const page = await freigabe.window('desk');
  await chooseFiles(page);
  await page.getByRole('button', { name: 'Read extract' }).click();
  await new FrameScreen(page).go('tune');
  const zones = page.getByRole('listbox', { name: /Zones with their figures/ });
  await expect(zones.getByRole('option').first()).toBeAttached();
}

async function chooseFiles(page: Page): Promise<void> {
  const extract = new ExtractScreen(page);
  await extract.chooseEvents.click();
  for (const kind of ['cells', 'persons', 'objections', 'zones'] as const) {
    // oxlint-disable no-await-in-loop -- a file that comes while another is read makes reading begin anew
    await extract.add(kind);
    await expect(page.locator(`[data-kind="${kind}"]`)).toContainText(`${kind}.`);
    // oxlint-enable no-await-in-loop
  }
}

async function processes(
  freigabe: LaunchedFreigabe,
): Promise<{ readonly desk: number; readonly vault: number }> {
  const all = await freigabe.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => [each.getURL(), each.getOSProcessId()] as const),
  );
  const pid = (host: string): number => all.find(([url]) => url.startsWith(`app://${host}/`))?.[1] ?? 0;
  return { desk: pid('desk'), vault: pid('vault') };
}
