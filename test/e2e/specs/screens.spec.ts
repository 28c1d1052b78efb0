import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { AttackScreen } from '../screens/attack-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { InspectScreen } from '../screens/inspect-screen.ts';
import { LookUpScreen } from '../screens/look-up-screen.ts';
import { ReceiptScreen } from '../screens/receipt-screen.ts';
import { SealScreen } from '../screens/seal-screen.ts';
import { CompareScreen } from '../screens/compare-screen.ts';
import { ProtectionScreen } from '../screens/protection-screen.ts';
import { tableNames, TuneScreen } from '../screens/tune-screen.ts';
import { expectNothingCut } from '../support/fits.ts';
import { writeExtract } from '../support/generated-extract.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { mapDrawn } from '../support/map-drawn.ts';
import { pictures, takePicture } from '../support/picture.ts';
import { type PreparedDialogs, prepareDialogs } from '../support/prepared-dialogs.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { standsStill } from '../support/stands-still.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-screens-'));
const looks = [
  { language: 'en', name: 'English', theme: 'light' },
  { language: 'en', name: 'English', theme: 'dark' },
  { language: 'de', name: 'Deutsch', theme: 'dark' },
  { language: 'de', name: 'Deutsch', theme: 'light' },
] as const;
const large = [1440, 900] as const;
const both = [[1280, 720], large] as const;
let dialogs: PreparedDialogs;
let freigabe: LaunchedFreigabe;
let page: Page;
let frame: FrameScreen;
let worn: (typeof looks)[number] = looks[0];

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  dialogs = prepareDialogs();
  freigabe = await launchFreigabe({ args: ['--language', 'en', '--theme', 'light'], env: dialogs.env });
  page = await freigabe.window('desk');
  frame = new FrameScreen(page);
  await expect(frame.extractLine).toBeVisible();
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

async function resize(width: number, height: number): Promise<void> {
  await freigabe.app.evaluate(
    ({ BrowserWindow }, size) => {
      const desk = BrowserWindow.getAllWindows().find((window) =>
        window.webContents.getURL().includes('//desk/'),
      );
      desk?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, {
    width,
    height,
  });
}

async function enlarge(factor: number): Promise<void> {
  await freigabe.app.evaluate(({ BrowserWindow }, zoom) => {
    const desk = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().includes('//desk/'),
    );
    desk?.webContents.setZoomFactor(zoom);
  }, factor);
  await page.waitForFunction((width) => Math.abs(innerWidth - width) <= 1, Math.round(1440 / factor));
}

/** The enlarged window as PNG in base64; `page.screenshot` cuts off what zooming pushes out. */
function captured(): Promise<string> {
  return freigabe.app.evaluate(async ({ BrowserWindow }) => {
    const desk = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().includes('//desk/'),
    );
    return (await desk?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
  });
}

/** Pictures of one screen in both languages and themes at 1440 by 900, and in English and German at 1280 by 720. */
async function picture(screen: string, small = false): Promise<void> {
  for (const [i, look] of looks.entries()) {
    await wear(look);
    await picturesOfLook(`${screen}-${look.language}-${look.theme}`, sizesOfLook(i, small));
  }
  await wear(looks[0]);
}

/** The same of what lies over the window: it is closed to change the language, and opened again by its button. */
async function pictureOfDialog(screen: string): Promise<void> {
  const button = page.locator('.footer > .button').nth(2);
  for (const [i, look] of looks.entries()) {
    await page.keyboard.press('Escape');
    await wear(look);
    await button.click();
    await page.locator('dialog .compare-part[aria-busy="false"]').waitFor();
    await picturesOfLook(`${screen}-${look.language}-${look.theme}`, sizesOfLook(i, true));
  }
  await page.keyboard.press('Escape');
  await wear(looks[0]);
  await button.click();
}

/** The next look begins with the size the one before has ended with. */
function sizesOfLook(i: number, small: boolean): readonly (readonly [number, number])[] {
  if (!small) return [large];
  return i % 2 === 0 ? both.toReversed() : both;
}

async function picturesOfLook(name: string, sizes: readonly (readonly [number, number])[]): Promise<void> {
  for (const [width, height] of sizes) {
    await resize(width, height);
    await page.mouse.move(2, 2);
    await standsStill(page);
    const file = `${name}-${width}.png`;
    await page.screenshot({ path: join(pictures, file), animations: 'disabled' });
    await expectNothingCut(page, file);
  }
}

/** Changes language and theme where they are others. */
async function wear(look: (typeof looks)[number]): Promise<void> {
  if (look.name !== worn.name) await frame.speak(look.name);
  if (look.theme !== worn.theme) await frame.dress(look.theme);
  worn = look;
}

test('the empty screen', async () => {
  await picture('empty');
});

test('an extract, mapped and understood', async () => {
  dialogs.answer({ open: writeExtract(folder, 2000) });
  await page.getByRole('button', { name: 'Choose event file…' }).click();
  for (const kind of ['Cell reference', 'Person attributes', 'Objection register', 'Zones'])
    await page.getByRole('button', { name: `Add file: ${kind}` }).click();
  await expect(page.getByRole('button', { name: 'Read extract' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await picture('extract-mapped');
  await page.getByRole('button', { name: 'Read extract' }).click();
  await expect(page.getByRole('region', { name: 'What was understood' })).toBeVisible();
  await picture('extract-understood');
  await page.getByRole('button', { name: 'Close review and destroy raw data' }).click();
});

test('tuning the demo, with and without a zone', async () => {
  await page.getByRole('button', { name: 'Open the demo' }).click();
  const tune = new TuneScreen(page);
  await tune.bars.first().waitFor({ timeout: 90_000 });
  await tune.settled();
  await picture('tune', true);
  await tune.zones.focus();
  await page.keyboard.press('Enter');
  await expect(tune.zonePanel).toBeVisible();
  await picture('tune-zone');
  await frame.go('extract');
  await picture('extract-demo');
  const extract = new ExtractScreen(page);
  await extract.measureLoss();
  await show('.loss-sentence');
  await picture('extract-loss', true);
});

test('the look-up window', async () => {
  for (const look of looks) {
    const { language, theme } = look;
    await frame.go('extract');
    await wear(look);
    await new ExtractScreen(page).lookUp.click();
    const lookUp = new LookUpScreen(await freigabe.window('look-up'));
    await lookUp.identifier.waitFor();
    const shot = async (part: string): Promise<void> => {
      const file = `look-up${part}-${language}-${theme}.png`;
      await lookUp.page.screenshot({ path: join(pictures, file), animations: 'disabled' });
      await expectNothingCut(lookUp.page, file);
    };
    await shot('-empty');
    await lookUp.ask('0000000000000000');
    await shot('');
    await lookUp.escape();
  }
  await wear(looks[0]);
});

/** Scrolls a part of a panel to where it can be seen, whatever language it speaks. */
async function show(part: string): Promise<void> {
  await page
    .locator(part)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

test('five tables, each with its picture', async () => {
  test.setTimeout(300_000);
  await frame.go('tune');
  const tune = new TuneScreen(page);
  await page.keyboard.press('Escape');
  for (const table of tableNames) await tune.released(table).check();
  await tune.choose('Totals', 'with');
  await new ProtectionScreen(page).finished();
  for (const table of tableNames) {
    await tune.look(table);
    await picture(`tune-${table.toLowerCase()}`, table === 'Dwell' || table === 'Flows');
  }
  await tune.selectZone(2);
  await tune.settled();
  await picture('tune-catchment-zone', true);
  await tune.zonePanel.locator('.zone-ranges-switch').click();
  await expect(tune.zonePanel.locator('.zone-ranges tbody tr').first()).toBeVisible({ timeout: 60_000 });
  await show('.zone-ranges');
  await picture('tune-ranges', true);
  await tune.look('Flows');
  await picture('tune-flows-zone');
  await tune.zonePanel.getByRole('button', { name: 'Close' }).click();
  await show('.audit');
  await picture('tune-protection', true);
  await page
    .locator('.tune-right details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
  await show('.tune-right details');
  await picture('tune-protection-more');
});

test('the three stages of the recipe, and the other guarantee', async () => {
  const tune = new TuneScreen(page);
  await tune.look('Footfall');
  for (const stage of [1, 2, 3] as const) {
    const part = `.tune-left .section:has(h2):nth-of-type(${stage + 2})`;
    await show(part);
    await picture(`recipe-${stage}`, true);
  }
  await tune.choose('Cell-key noise', 'essI');
  await page.locator('.tune-left').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await picture('recipe-noise');
  await frame.undo();
  await tune.recipe.getByRole('radio', { name: 'Differential privacy' }).check({ force: true });
  await tune.settled();
  await show('.tune-left .segmented');
  await picture('guarantee', true);
  await show('.epsilon');
  await picture('guarantee-budget');
  await frame.go('approve');
  await picture('approve-noise');
  await frame.go('tune');
  await frame.undo();
  await new ProtectionScreen(page).finished();
});

test('two recipes side by side', async () => {
  const tune = new TuneScreen(page);
  const compare = new CompareScreen(page);
  await compare.open.click();
  await pictureOfDialog('compare-first');
  await compare.close.click();
  await tune.typeMinimum(60);
  await new ProtectionScreen(page).finished();
  await compare.open.click();
  await compare.settled();
  await expect(compare.maps).toHaveCount(2);
  await pictureOfDialog('compare');
  await compare.close.click();
  await frame.undo();
  await new ProtectionScreen(page).finished();
});

test('the buyer’s view of a draft', async () => {
  await frame.go('tune');
  for (const { language, name, theme } of [looks[0], looks[2]]) {
    await frame.speak(name);
    await frame.dress(theme);
    await (language === 'de' ? resize(1280, 720) : resize(1440, 900));
    await page.locator('.footer > .button').nth(3).click();
    await page.locator('.preview-dialog [role="option"]').first().waitFor({ state: 'attached' });
    await mapDrawn(page.locator('.preview-dialog .map-canvas'));
    await takePicture(page, `preview-${language}-${theme}`);
    await page.keyboard.press('Escape');
    await expect(page.locator('.preview-dialog')).toBeHidden();
  }
  await frame.speak('English');
  await frame.dress('light');
});

test('attacks: none tried, all tried, a card open, and of an earlier recipe', async () => {
  test.setTimeout(300_000);
  const attacks = new AttackScreen(page);
  await new TuneScreen(page).maskPlaces();
  await new ProtectionScreen(page).finished();
  await frame.go('attacks');
  await picture('attacks-none', true);
  await attacks.tryAll();
  await picture('attacks', true);
  await attacks.open('membership');
  await picture('attacks-membership', true);
  await attacks.open('recovery');
  await picture('attacks-recovery');
  await show('.replay');
  await picture('attacks-replay', true);
  await attacks.plant.click();
  await expect(attacks.planted).toContainText(/ecognised: /, { timeout: 60_000 });
  await attacks.planted.scrollIntoViewIfNeeded();
  await picture('attacks-planted', true);
  await frame.go('tune');
  await show('.attack-summary');
  await picture('tune-attacks', true);
  await new TuneScreen(page).typeMinimum(60);
  await new ProtectionScreen(page).finished();
  await frame.go('attacks');
  await picture('attacks-stale');
  await frame.undo();
  await attacks.panel.locator('.attack-panel-head button').click();
});

test('approving', async () => {
  await frame.go('approve');
  await picture('approve-missing', true);
  await new ApproveScreen(page).fillTerms();
  await picture('approve', true);
});

test('everything three tenths larger', async () => {
  await resize(1440, 900);
  await enlarge(1.3);
  for (const name of ['Deutsch', 'English'] as const) {
    await frame.speak(name);
    for (const step of ['extract', 'tune', 'attacks', 'approve'] as const) {
      await frame.go(step);
      await standsStill(page);
      const file = `large-${step}-${name === 'Deutsch' ? 'de' : 'en'}.png`;
      writeFileSync(join(pictures, file), Buffer.from(await captured(), 'base64'));
      await expectNothingCut(page, file);
    }
  }
  await enlarge(1);
});

test('the seal window', async () => {
  for (const look of looks) {
    const { language, theme } = look;
    await wear(look);
    await frame.primary.click();
    const seal = new SealScreen(await freigabe.window('seal'));
    await expect(seal.digestGroups).toHaveCount(8);
    const file = `seal-${language}-${theme}.png`;
    await seal.page.screenshot({ path: join(pictures, file), animations: 'disabled' });
    await expectNothingCut(seal.page, file);
    await seal.finish(seal.cancel);
    await expect(frame.primary).not.toHaveAttribute('aria-disabled', 'true');
  }
  await wear(looks[0]);
});

test('the receipt, and the bundle inspected', async () => {
  const bundle = join(folder, 'town.freigabe.zip');
  dialogs.answer({ save: { bundle }, open: { bundle } });
  await frame.primary.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await seal.finish(seal.sign);
  await expect(new ReceiptScreen(page).outcome).toBeVisible();
  await picture('receipt');
  await frame.go('inspect');
  await picture('inspect-empty');
  await new InspectScreen(page).open.click();
  await expect(page.getByRole('region', { name: 'Checks' })).toBeVisible();
  for (const [i, part] of ['checks', 'map', 'table', 'recipe', 'evidence'].entries()) {
    await page.getByRole('radio').nth(i).check({ force: true });
    await picture(`inspect-${part}`, part === 'table');
  }
  for (const table of tableNames.slice(1)) {
    await page.getByRole('radio').nth(1).check({ force: true });
    await page.getByRole('tab', { name: table }).click();
    await picture(`inspect-map-${table.toLowerCase()}`);
    await page.getByRole('radio').nth(2).check({ force: true });
    await picture(`inspect-table-${table.toLowerCase()}`);
  }
});
