import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { ReceiptScreen } from '../screens/receipt-screen.ts';
import { SealScreen } from '../screens/seal-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { openPolicyWithoutAttacks } from '../support/policy-without-attacks.ts';
import { type PreparedDialogs, prepareDialogs } from '../support/prepared-dialogs.ts';
import { removeFolder } from '../support/remove-folder.ts';

test.describe.configure({ mode: 'serial' });

const passphrase = 'five plain words of mine';
const folder = mkdtempSync(join(tmpdir(), 'freigabe-bad-input-'));
const at = (name: string): string => join(folder, name);
const header = 'person,time,lat,lon\n';
const time = (i: number): string => `2026-05-04T10:${`${i % 60}`.padStart(2, '0')}:00Z`;
const row = (i: number): string => `p${i},${time(i)},51.3,12.3\n`;
const rows = (count: number): string => Array.from({ length: count }, (_, i) => row(i)).join('');

let freigabe: LaunchedFreigabe;
let dialogs: PreparedDialogs;
let page: Page;
let extract: ExtractScreen;
let frame: FrameScreen;

test.beforeAll(async () => {
  dialogs = prepareDialogs();
  freigabe = await launchFreigabe({ args: ['--language', 'en', '--theme', 'light'], env: dialogs.env });
  page = await freigabe.window('desk');
  extract = new ExtractScreen(page);
  frame = new FrameScreen(page);
  writeFileSync(at('good.csv'), header + rows(40));
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

/** Puts a file in the place of the event file that is there. */
async function choose(name: string): Promise<void> {
  dialogs.answer({ open: { events: at(name) } });
  const empty = await extract.chooseEvents.isVisible();
  if (empty) return extract.chooseEvents.click();
  const remove = page.getByRole('button', { name: 'Remove file: Events' });
  if (await remove.isVisible()) await remove.click();
  const add = page.getByRole('button', { name: 'Add file: Events' });
  await extract.chooseEvents.or(add).click();
}

async function read(): Promise<void> {
  await page.getByRole('button', { name: /^(Read extract|Read again)$/ }).click();
}

/** Names of what is chosen as event file. */
const chosen = (name: string) => page.locator('[data-kind="events"] .file-name').getByText(name);

test('a good file comes first', async () => {
  await choose('good.csv');
  await extract.noRegisterReason.fill('a test');
  await extract.zones.selectOption('6');
  await read();
  await expect(extract.understood).toContainText('rows kept of 40 read');
  await expect(frame.extractLine).toContainText('good.csv');
});

const refused: Readonly<Record<string, { readonly bytes: Uint8Array | string; readonly says: RegExp }>> = {
  'empty.csv': { bytes: '', says: /empty\.csv is empty: choose a file with rows in it/ },
  'binary.csv': {
    bytes: Uint8Array.from({ length: 4096 }, (_, i) => (i * 2_654_435_761) >>> 24),
    says: /binary\.csv is not text in an encoding Freigabe reads/,
  },
};

for (const [name, { bytes, says }] of Object.entries(refused)) {
  test(`${name} has its own message, and the former extract stays`, async () => {
    writeFileSync(at(name), bytes);
    await choose(name);
    await expect(frame.alert).toHaveText(says);
    await expect(chosen(name)).toBeVisible();
    await expect(extract.understood).toContainText('rows kept of 40 read');
    await expect(frame.extractLine).toContainText('good.csv');
  });
}

test('a bad cell reference among good files is told beside it, hides nothing, and keeps reading back until it is mended or gone', async () => {
  await choose('good.csv');
  const cells = page.locator('[data-kind="cells"]');
  const readAgain = page.getByRole('button', { name: /^Read again/ });
  writeFileSync(at('cells.csv'), refused['binary.csv']?.bytes ?? '');
  dialogs.answer({ open: { cells: at('cells.csv') } });
  await extract.add('cells');
  await expect(cells.getByRole('alert')).toHaveText(/cells\.csv is not text.*save this one again as UTF-8/);
  await expect(frame.alert).toHaveCount(1);
  await expect(page.getByLabel('Meaning of column person')).toHaveValue('person');
  await expect(readAgain).toHaveAttribute('aria-disabled', 'true');
  await expect(readAgain).toHaveAccessibleName(/The cell reference cannot be read/);
  await expect(extract.understood).toContainText('rows kept of 40 read');

  writeFileSync(at('cells.csv'), 'cell_id,lat,lon\n1,51.3,12.3\n');
  await page.getByRole('button', { name: 'Choose file again: Cell reference' }).click();
  await expect(frame.alert).toHaveCount(0);
  await expect(page.getByLabel('Meaning of column cell_id')).toHaveValue('cell');
  await expect(readAgain).not.toHaveAttribute('aria-disabled', 'true');

  writeFileSync(at('cells.csv'), '');
  await page.getByRole('button', { name: 'Remove file: Cell reference' }).click();
  await extract.add('cells');
  await expect(cells.getByRole('alert')).toHaveText('cells.csv is empty: choose a file with rows in it.');
  await page.getByRole('button', { name: 'Remove file: Cell reference' }).click();
  await expect(frame.alert).toHaveCount(0);
  await read();
  await expect(extract.understood).toContainText('rows kept of 40 read');
});

test('an empty folder is refused when chosen, and the former extract stays', async () => {
  mkdirSync(at('folder.csv'));
  await choose('folder.csv');
  await expect(frame.alert).toHaveText('The folder folder.csv holds no file: choose another.');
  await expect(frame.extractLine).toContainText('good.csv');
  await expect(frame.step('tune')).not.toHaveAttribute('aria-disabled', 'true');
});

test('a named pipe is refused at once', async () => {
  if (process.platform === 'win32') return;
  execFileSync('mkfifo', [at('pipe.csv')]);
  await choose('pipe.csv');
  await expect(frame.alert).toHaveText('pipe.csv is no ordinary file. Choose another.');
});

test('a file that is gone when chosen is named', async () => {
  symlinkSync(at('nowhere.csv'), at('dangling.csv'));
  await choose('dangling.csv');
  await expect(frame.alert).toHaveText('dangling.csv is not there (any more). Choose the file again.');
});

test('one column: the file is shown as it is, and what is missing is said', async () => {
  writeFileSync(at('one.csv'), `subscriber\n${'4fa0c1d2e3b4a596\n'.repeat(20)}`);
  await choose('one.csv');
  await expect(page.getByLabel('Meaning of column subscriber')).toHaveValue('person');
  await expect(
    page.getByText('The event file has only one column. Is the separator right?').first(),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Read again/ })).toHaveAttribute('aria-disabled', 'true');
  await expect(extract.understood).toContainText('rows kept of 40 read');
});

test('without a header columns are named by their place and everything is understood', async () => {
  writeFileSync(at('headless.csv'), rows(50));
  await choose('headless.csv');
  await expect(page.getByLabel('First line')).toHaveValue('no');
  for (const [column, role] of [
    ['1', 'person'],
    ['2', 'time'],
    ['3', 'latitude'],
    ['4', 'longitude'],
  ] as const) {
    const meaning = page.getByLabel(`Meaning of column ${column}`, { exact: true });
    if ((await meaning.inputValue()) !== role) await extract.setRole(column, role);
    await expect(meaning).toHaveValue(role);
  }
  await read();
  await expect(extract.understood).toContainText('rows kept of 50 read');
});

/** One figure of the list of what was dropped. */
const dropped = (reason: string) =>
  extract.standsOut.getByRole('term').filter({ hasText: reason }).locator('xpath=following-sibling::dd');

test('1,000 ragged rows are counted beside the good ones', async () => {
  const name = `${'ragged_'.repeat(20)}.csv`;
  writeFileSync(at(name), header + rows(40) + 'a,2026-05-04T10:00:00Z\n'.repeat(1000));
  await choose(name);
  await expect(page.getByLabel('Meaning of column person')).toHaveValue('person');
  await read();
  await expect(extract.understood).toContainText('rows kept of 1,040 read');
  await expect(dropped('Wrong number of columns')).toHaveText('1,000');
  await expect(extract.understood).toContainText('stated by the events themselves');
  const sideways = await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth);
  expect(sideways, 'pixels a long name makes the page scroll').toBe(0);
});

test('times in the years 0001 and 9999 and latitude 91 are counted by reason', async () => {
  const strange = ['a,0001-01-01T00:00:00Z,51,12', 'b,9999-12-31T23:59:59Z,51,12', `c,${time(1)},91,12`];
  writeFileSync(at('strange.csv'), `${header}${rows(40)}${strange.join('\n')}\n`);
  await choose('strange.csv');
  await expect(page.getByLabel('Meaning of column person')).toHaveValue('person');
  await read();
  await expect(extract.understood).toContainText('rows kept of 43 read');
  await expect(dropped('Time not readable')).toHaveText('2');
  await expect(dropped('Impossible position')).toHaveText('1');
  await expect(extract.understood).toContainText('4 May 2026');
});

test('where no row lies in a zone the reasons are told all the same', async () => {
  const ring = [
    [1, 1],
    [1, 2],
    [2, 2],
    [1, 1],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  const feature = { type: 'Feature', properties: { id: 'far', name: 'Far' }, geometry };
  writeFileSync(at('far.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  await choose('good.csv');
  await expect(chosen('good.csv')).toBeVisible();
  dialogs.answer({ open: { zones: at('far.geojson') } });
  await extract.add('zones');
  await read();
  await expect(extract.understood).toContainText('No row could be kept');
  await expect(extract.understood.getByRole('term').filter({ hasText: 'Outside all zones' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove file: Zones' }).click();
  await read();
  await expect(extract.understood).toContainText('rows kept of');
  await expect(frame.alert).toHaveCount(0);
});

for (const [name, line, says] of [
  ['header-only.csv', '', /header-only\.csv holds no rows below its first line/],
  ['year-one.csv', 'a,0001-01-01T00:00:00Z,51,12\n', /year-one\.csv can be used.*between 1990 and 2037/],
  ['year-9999.csv', 'a,9999-12-31T00:00:00Z,51,12\n', /year-9999\.csv can be used.*between 1990 and 2037/],
  ['latitude.csv', `a,${time(1)},91,12\n`, /latitude\.csv can be used.*positions on Earth/],
] as const) {
  test(`${name}: nothing usable has its own message, and the chosen file stays`, async () => {
    writeFileSync(at(name), header + line.repeat(5));
    await choose(name);
    for (const [column, role] of [
      ['person', 'person'],
      ['time', 'time'],
      ['lat', 'latitude'],
      ['lon', 'longitude'],
    ] as const)
      await extract.setRole(column, role);
    await read();
    await expect(frame.alert).toHaveText(says);
    await expect(chosen(name)).toBeVisible();
  });
}

for (const [name, spoil] of [
  ['cut.csv', (path: string) => truncateSync(path, 400)],
  ['replaced.csv', (path: string) => writeFileSync(path, header + rows(5000))],
  ['vanished.csv', (path: string) => unlinkSync(path)],
] as const) {
  test(`${name} changes between choosing and reading: said, and reading again works`, async () => {
    writeFileSync(at(name), header + rows(3000));
    await choose(name);
    await expect(page.getByLabel('Meaning of column person')).toHaveValue('person');
    spoil(at(name));
    await read();
    await expect(frame.alert).toHaveText(
      new RegExp(`${name} .*(changed, cut short or removed|can no longer be read).*open it again`),
    );
    await expect(chosen(name)).toBeVisible();
    writeFileSync(at(name), header + rows(3000));
    await choose(name);
    await expect(page.getByLabel('Meaning of column person')).toHaveValue('person');
    await read();
    await expect(extract.understood).toContainText('3,000 read');
  });
}

test('a wrong passphrase can be tried again, and a full disk loses nothing', async () => {
  const [key, bundle] = [at('petra.key.json'), at('petra.freigabe.zip')];
  await frame.go('tune');
  const tune = new TuneScreen(page);
  await tune.choose('Rounding', '1');
  await openPolicyWithoutAttacks(page, dialogs, folder);
  await tune.typeMinimum(5);
  await tune.settled();
  await frame.go('approve');
  const approve = new ApproveScreen(page);
  dialogs.answer({ save: { key, bundle } });
  await approve.createKey('petra@example.org');
  await new SealScreen(await freigabe.window('seal')).create(passphrase);
  await expect(page.getByText(/^SHA256:/)).toBeVisible();
  await approve.fillTerms();
  const disk = smallDisk();
  if (disk !== undefined) {
    try {
      await exportTo(approve, join(disk, 'full.freigabe.zip'));
      await expect(frame.alert).toHaveText(/There is no room for .*full\.freigabe\.zip\. Free some space/);
      expect(readdirSync(disk).filter((name) => name !== 'filler')).toEqual([]);
      await expect(page.getByLabel('Organisation')).toHaveValue('Beispielnetz GmbH');
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  }
  dialogs.answer({ save: { bundle } });
  await approve.sign.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await seal.passphrase.fill('not the passphrase');
  await seal.sign.click();
  await expect(seal.problem).toHaveText(/The key did not open: the passphrase is wrong.*Try again/);
  await seal.passphrase.fill(passphrase);
  await seal.finish(seal.sign);
  await expect(new ReceiptScreen(page).outcome).toContainText('This bundle is a release');
  expect(statSync(bundle).size).toBeGreaterThan(1000);
});

async function exportTo(approve: ApproveScreen, bundle: string): Promise<void> {
  dialogs.answer({ save: { bundle } });
  await approve.sign.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await seal.passphrase.fill(passphrase);
  await seal.finish(seal.sign);
}

/** A mounted disk of a few full kilobytes, where that may be made; the test says when it may not. */
function smallDisk(): string | undefined {
  const disk = at('disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k,mode=0777', 'tmpfs', disk], { stdio: 'pipe' });
    writeFileSync(join(disk, 'filler'), Buffer.alloc(8192));
    return disk;
  } catch {
    const description = 'a full disk was not tested: mounting a small one needs root';
    test.info().annotations.push({ type: 'not run', description });
    console.log(`bad input: ${description}`);
    return undefined;
  }
}
