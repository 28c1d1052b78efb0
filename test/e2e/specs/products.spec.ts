import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { paths } from '../../../shared/bundle/names.ts';
import { filesOf } from '../../support/tampered-bundle.ts';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { AttackScreen } from '../screens/attack-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { InspectScreen } from '../screens/inspect-screen.ts';
import { ProtectionScreen } from '../screens/protection-screen.ts';
import { ReceiptScreen } from '../screens/receipt-screen.ts';
import { SealScreen } from '../screens/seal-screen.ts';
import { tableNames, TuneScreen } from '../screens/tune-screen.ts';
import { expectAccessibleInBoth } from '../support/accessible.ts';
import { commandLine } from '../support/command-line.ts';
import type { LaunchedFreigabe } from '../support/launch.ts';
import { openDemo, type OpenedDemo } from '../support/opened-demo.ts';
import { removeFolder } from '../support/remove-folder.ts';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-products-'));
const bundle = join(folder, 'five.freigabe.zip');
let demo: OpenedDemo;
let page: Page;
let freigabe: LaunchedFreigabe;
let tune: TuneScreen;
let protection: ProtectionScreen;
let frame: FrameScreen;

test.beforeAll(async () => {
  demo = await openDemo();
  ({ page, freigabe } = demo);
  tune = new TuneScreen(page);
  protection = new ProtectionScreen(page);
  frame = new FrameScreen(page);
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

test('where nothing is published it is said, and neither colours nor errors are told', async () => {
  await tune.typeMinimum(50_000);
  await expect(tune.legend).toContainText('No figure is published here.');
  await expect(tune.legend.locator('.map-legend-classes')).toHaveCount(0);
  await expect(tune.histogram).toContainText('No group would be published.');
  await tune.settled();
  expect(await tune.summary()).toEqual(['0', '0%', '–', '–']);
  await page.getByRole('button', { name: 'Preview as analyst' }).click();
  await expect(page.getByText('groups of fewer than 50,000 persons')).toBeVisible();
  const [only] = await page.locator('.preview-dialog').getByRole('tablist').all();
  expect((await only?.boundingBox())?.width, 'pixels the one tab takes').toBeLessThan(300);
  await page.keyboard.press('Escape');
  await expect(page.locator('.preview-dialog')).toBeHidden();
  await tune.typeMinimum(30);
  await expect(tune.legend.locator('.map-legend-classes')).toHaveCount(1);
  await tune.settled();
});

test('all five tables are chosen, and each tab says that it is part of the release', async () => {
  await expect(tune.tab('Dwell')).toHaveAccessibleName(/^Dwell ?, not in this release$/);
  for (const table of tableNames) await tune.released(table).check();
  for (const table of tableNames)
    await expect(tune.tab(table)).toHaveAccessibleName(new RegExp(`^${table} ?, part of the release$`));
  await expect(tune.tab('Footfall')).toHaveAttribute('aria-selected', 'true');
});

test('bands are small maps, and the chosen one is the large map', async () => {
  await tune.look('Dwell');
  await expect(tune.bands).toHaveText([
    'All',
    /^under\s5\smin/,
    /^5–15\smin/,
    /^15\smin–1\sh/,
    /^1–4\sh/,
    /^4\sh and more/,
  ]);
  const all = await tune.drawn();
  await tune.bands.last().click();
  await expect(tune.legend).toContainText('Stayed 4 h and more: persons per zone');
  await expect(tune.bands.last()).toHaveAttribute('aria-pressed', 'true');
  await tune.settled();
  const drawn = await tune.drawn();
  expect(drawn.published + drawn.hidden).toBe(all.published + all.hidden);
  await expectAccessibleInBoth(page, 'Tune, dwell');
  await tune.bands.first().click();

  await tune.look('Frequency');
  // The demo is of seven days, so nobody can come on eight.
  await expect(tune.bands).toHaveText(['All', /^1\sday/, /^2–3\sdays/, /^4–7\sdays/]);
  await expect(tune.time).toBeHidden();
  await expectAccessibleInBoth(page, 'Tune, frequency');
});

test('flows are drawn as lines, from a chosen zone only its own', async () => {
  await tune.look('Flows');
  await expect(tune.legend).toContainText('Wider means more persons');
  await expectAccessibleInBoth(page, 'Tune, flows');
  await tune.selectZone(2);
  await tune.settled();
  const name = (await tune.zonePanel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await expect(tune.legend).toContainText(`Persons who went from ${name} to other zones`);
});

test('catchment says where the visitors of a chosen zone live', async () => {
  await tune.look('Catchment');
  const name = (await tune.zonePanel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await expect(tune.legend).toContainText(`Where the visitors of ${name} live, over the whole period`);
  await expect(tune.zonePanel.getByRole('columnheader', { name: 'Lives in' })).toBeVisible();
  await expectAccessibleInBoth(page, 'Tune, catchment');
  await page.keyboard.press('Escape');
  await tune.zonePanel
    .getByRole('button', { name: 'Close' })
    .or(page.locator('.zone-teach'))
    .first()
    .waitFor();
});

test('with totals protection runs to its end, and nothing can be worked out', async () => {
  await tune.choose('Totals', 'with');
  const started = performance.now();
  await protection.finished();
  console.log(`products: protected in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  expect(await protection.hidden('exact')).toBe(0);
  expect(await protection.hidden('too narrow')).toBe(0);
  expect(await protection.hidden('not tested')).toBe(0);
  expect(await protection.hidden('safe')).toBeGreaterThan(100);
  await expect(protection.audit).toContainText(/None of the [\d,]+ hidden groups can be worked out/);
  await expectAccessibleInBoth(page, 'Tune, protected');
});

test('the threshold moves by key, and what a reader could work out is tested again', async () => {
  const before = await protection.hidden('safe');
  await tune.threshold.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect(tune.minimum).toHaveValue('35');
  await expect(protection.audit).toContainText('Tested once the hidden groups are worked out.');
  await protection.finished();
  expect(await protection.hidden('safe')).toBeGreaterThan(before);
  expect(await protection.hidden('exact')).toBe(0);
  expect(await protection.hidden('too narrow')).toBe(0);
});

test('the range a reader can work out of a hidden group is told', async () => {
  await tune.look('Catchment');
  await tune.selectZone(2);
  await tune.zonePanel
    .getByRole('button', { name: 'What a reader can work out about hidden groups' })
    .click();
  const told = tune.zonePanel.locator('.zone-ranges tbody tr td:last-child');
  await expect(told.first()).toBeVisible({ timeout: 60_000 });
  const ranges = await told.allInnerTexts();
  expect(ranges.length).toBeGreaterThan(0);
  for (const range of ranges) {
    expect(range).toMatch(/^([\d,]+ to [\d,]+|at least [\d,]+|nothing bounds it)$/);
    const [, low, high] = /^([\d,]+) to ([\d,]+)$/.exec(range) ?? [];
    if (low !== undefined && high !== undefined)
      expect(Number(high.replaceAll(',', '')) - Number(low.replaceAll(',', ''))).toBeGreaterThanOrEqual(3);
  }
  await expectAccessibleInBoth(page, 'Tune, zone with ranges');
  await page.keyboard.press('Escape');
});

test('running protection is called off and started again, and undo returns', async () => {
  const calledOff = protection.callOff();
  await tune.typeMinimum(41);
  await calledOff;
  await expect(protection.again).toBeVisible();
  await expect(protection.audit).toContainText('Tested once the hidden groups are worked out.');
  await frame.go('approve');
  await expect(
    page.getByText('Wait until the hidden groups that protect others are worked out').first(),
  ).toBeVisible();
  await frame.go('tune');
  await protection.again.click();
  await protection.finished();
  expect(await protection.hidden('exact')).toBe(0);
  await frame.undo();
  await expect(tune.minimum).toHaveValue('35');
  await protection.finished();
  await frame.redo();
  await expect(tune.minimum).toHaveValue('41');
  await protection.finished();
});

test('five tables are approved, signed, exported and verified', async () => {
  test.setTimeout(420_000);
  await tune.maskPlaces();
  await protection.finished();
  await frame.go('attacks');
  const attacks = new AttackScreen(page);
  await attacks.tryAll(300_000);
  await attacks.review.click();
  const approve = new ApproveScreen(page);
  const rows = page.getByRole('table', { name: 'Tables of the release' }).getByRole('row');
  await expect(rows).toHaveCount(6);
  const published = (
    await rows.evaluateAll((all) => all.map((row) => row.children[1]?.textContent ?? ''))
  ).slice(1);
  await expect(approve.gates.filter({ hasText: 'No recoverable blanks' })).toContainText('holds');
  await expectAccessibleInBoth(page, 'Approve, five tables');
  await approve.fillTerms();
  demo.dialogs.answer({ save: { bundle }, open: { bundle } });
  await expect(approve.sign).not.toHaveAttribute('aria-disabled', 'true');
  await approve.sign.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await expect(seal.digestGroups).toHaveCount(8);
  const digest = await seal.digest();
  await seal.finish(seal.sign);
  await expect(new ReceiptScreen(page).outcome).toContainText('This bundle is a DEMO', { timeout: 120_000 });

  const { exitCode, json } = commandLine('verify', bundle);
  expect(json).toMatchObject({ outcome: 'demo', releaseDigest: digest });
  expect(exitCode).toBe(0);
  const tables = [...filesOf(readFileSync(bundle)).keys()].filter((path) =>
    /^data\/tables\/.*\.csv$/.test(path),
  );
  expect(tables.filter((path) => path !== paths.zonesTable).toSorted()).toEqual(
    tableNames.map((name) => `data/tables/${name.toLowerCase()}.csv`).toSorted(),
  );

  await page.getByRole('button', { name: 'Inspect it…' }).click();
  const inspect = new InspectScreen(page);
  await expect(inspect.outcome).toHaveText(/^DEMO\./, { timeout: 60_000 });
  await expect(inspect.codes, 'no check fails').toHaveCount(0);
  await inspect.show('Tables');
  for (const [i, table] of tableNames.entries()) {
    await inspect.tab(table).click();
    await expect(page.getByRole('region', { name: table, exact: true })).toContainText(`${published[i]} row`);
  }
  await expectAccessibleInBoth(page, 'Inspect, tables');
  await inspect.show('Map');
  for (const table of tableNames) {
    await inspect.tab(table).click();
    await expect(inspect.tab(table)).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('.map-frame')).toHaveAttribute('data-published', /\d/);
  }
  await expectAccessibleInBoth(page, 'Inspect, map of catchment');
});
