import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type JSHandle, type Page, test } from '@playwright/test';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { AttackScreen } from '../screens/attack-screen.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { InspectScreen } from '../screens/inspect-screen.ts';
import { ProtectionScreen } from '../screens/protection-screen.ts';
import { ReceiptScreen } from '../screens/receipt-screen.ts';
import { SealScreen } from '../screens/seal-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { expectAccessible, expectAccessibleInBoth } from '../support/accessible.ts';
import { commandLine } from '../support/command-line.ts';
import type { LaunchedFreigabe } from '../support/launch.ts';
import { openDemo, type OpenedDemo } from '../support/opened-demo.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { standsStill } from '../support/stands-still.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-main-job-'));
const bundle = join(folder, 'town.freigabe.zip');
let demo: OpenedDemo;
let page: Page;
let freigabe: LaunchedFreigabe;

test.beforeAll(async () => {
  demo = await openDemo();
  ({ page, freigabe } = demo);
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

test('the demo opens with both pictures drawn', async () => {
  const seconds = (demo.milliseconds / 1000).toFixed(1);
  test.info().annotations.push({
    type: 'opening',
    description: `${seconds} s from the start of the process to both pictures drawn (goal: under 5 s, idle)`,
  });
  console.log(`the demo: ${seconds} s from the start of the process to both pictures drawn`);
  const tune = new TuneScreen(page);
  const frame = new FrameScreen(page);
  expect((await tune.drawn()).published).toBeGreaterThan(10);
  expect((await tune.groups()).length).toBeGreaterThan(5);
  await expect(page.locator('.map-frame .maplibregl-canvas')).toBeVisible();
  await expectAccessibleInBoth(page, 'Tune');
  await frame.go('extract');
  await expect(new ExtractScreen(page).understood).toContainText('people');
  await expectAccessibleInBoth(page, 'Extract');
  await frame.go('tune');
});

test('what losing the file would mean is measured when asked for, and can be called off', async () => {
  test.setTimeout(200_000);
  const frame = new FrameScreen(page);
  const extract = new ExtractScreen(page);
  await frame.go('extract');
  await extract.loss.getByRole('button', { name: 'Measure' }).click();
  await expect(extract.loss.getByRole('progressbar')).toBeVisible();
  await extract.loss.getByRole('button', { name: 'Cancel' }).click();
  await expect(extract.loss.getByRole('progressbar')).toBeHidden();
  await expect(extract.loss.getByRole('table')).toHaveCount(0);
  await extract.measureLoss();
  const found = async (): Promise<number> => {
    const label = await extract.loss.getByRole('img').getAttribute('aria-label');
    return Number(/^\d+/.exec(label ?? '')?.[0]);
  };
  const slider = extract.loss.getByRole('slider', { name: 'Moments known' });
  const four = await found();
  expect(four, 'four moments single most people out').toBeGreaterThan(80);
  await slider.press('ArrowLeft');
  await slider.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', '2 moments');
  expect(await found()).toBeLessThan(four);
  await expect(extract.loss.locator('[data-adversary]')).toHaveCount(8);
  await expectAccessibleInBoth(page, 'Extract with what its loss would mean');
  await frame.go('tune');
});

test('number, histogram, map, legend and figures follow the dragged threshold', async () => {
  const tune = new TuneScreen(page);
  const frame = new FrameScreen(page);
  await expect(tune.minimum).toHaveValue('30');
  await new ProtectionScreen(page).finished();
  await tune.settled();
  const before = { groups: await tune.groups(), drawn: await tune.drawn(), summary: await tune.summary() };
  await tune.dragThreshold(120);
  await tune.settled();
  const minimum = Number(await tune.minimum.inputValue());
  expect(minimum).toBeGreaterThan(60);
  await expect(tune.threshold).toHaveAttribute('aria-valuenow', `${minimum}`);
  await expect(tune.legend).toContainText(`hidden: fewer than ${minimum} persons`);
  await expect(tune.recipe).toContainText(`published only if distinct persons >= ${minimum},`);
  await expect
    .poll(async () => sum((await tune.groups()).map((bar) => bar.published)))
    .toBeLessThan(sum(before.groups.map((bar) => bar.published)));
  const after = { groups: await tune.groups(), drawn: await tune.drawn(), summary: await tune.summary() };
  const all = (bars: typeof after.groups): readonly number[] => bars.map((bar) => bar.published + bar.hidden);
  expect(all(after.groups), 'hiding moves no group to another bar').toEqual(all(before.groups));
  expect(after.summary[0]?.replaceAll(',', '')).toBe(`${sum(after.groups.map((bar) => bar.published))}`);
  expect(Number(after.summary[2]?.replaceAll(',', ''))).toBeGreaterThanOrEqual(minimum);
  expect(after.drawn.published + after.drawn.hidden).toBe(before.drawn.published + before.drawn.hidden);
  expect(after.drawn.hidden).toBeGreaterThan(before.drawn.hidden);
  await expect(frame.said).toHaveText(`Minimum persons 30 → ${minimum}`);

  await frame.undo();
  await expect(tune.minimum).toHaveValue('30');
  await expect.poll(() => tune.groups()).toEqual(before.groups);
  await expect.poll(() => tune.drawn()).toEqual(before.drawn);
  await expect.poll(() => tune.summary()).toEqual(before.summary);
  await frame.redo();
  await expect(tune.minimum).toHaveValue(`${minimum}`);
  await expect.poll(() => tune.groups()).toEqual(after.groups);
  await expect.poll(() => tune.summary()).toEqual(after.summary);
  await frame.undo();
  await expect.poll(() => tune.groups()).toEqual(before.groups);
});

test('time bin and gender change what is counted', async () => {
  const tune = new TuneScreen(page);
  const hourly = await tune.groups();
  await expect(tune.clock).toHaveAttribute('aria-valuemax', '167');
  await tune.choose('Time', 'day');
  await expect(tune.clock).toHaveAttribute('aria-valuemax', '6');
  await tune.settled();
  const daily = await tune.groups();
  const all = (bars: typeof daily): number => sum(bars.map((bar) => bar.published + bar.hidden));
  expect(all(daily)).toBeLessThan(all(hourly));
  await tune.choose('Gender', 'with');
  await expect.poll(async () => all(await tune.groups())).toBeGreaterThan(all(daily));
  await tune.choose('Gender', 'without');
  await tune.choose('Time', 'hour');
  await expect.poll(() => tune.groups()).toEqual(hourly);
});

test('chosen bars name the zones they come from', async () => {
  const tune = new TuneScreen(page);
  await expect(tune.legend).not.toContainText('holds groups of the chosen bars');
  await standsStill(page);
  const [first, last] = [await tune.bars.nth(0).boundingBox(), await tune.bars.nth(3).boundingBox()];
  if (first === null || last === null) throw new Error('the bars are not on the screen');
  await page.mouse.move(first.x + first.width / 2, first.y + first.height - 20);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + last.height - 20, { steps: 5 });
  await page.mouse.up();
  await expect(tune.bars.nth(3)).toHaveAttribute('aria-selected', 'true');
  await expect(tune.bars.nth(4)).toHaveAttribute('aria-selected', 'false');
  await expect(tune.legend).toContainText('holds groups of the chosen bars');
  await page.keyboard.press('Escape');
  await expect(tune.legend).not.toContainText('holds groups of the chosen bars');
});

test('bars are chosen to where the pointer is let go, however quick the hand', async () => {
  const tune = new TuneScreen(page);
  await tune.dashAcrossBars(1, 4);
  await expect(tune.histogram.getByRole('option', { selected: true })).toHaveCount(4);
  await expect(tune.bars.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(tune.bars.nth(4)).toHaveAttribute('aria-selected', 'true');
  await tune.dashAcrossBars(1, 4);
  await expect(tune.histogram.getByRole('option', { selected: true })).toHaveCount(0);
});

test('a click on a zone shows its profile', async () => {
  const tune = new TuneScreen(page);
  await expect(page.locator('.tune-map [data-held]')).toHaveCount(0);
  await standsStill(page);
  const box = await page.locator('.map-frame .maplibregl-canvas').boundingBox();
  if (box === null) throw new Error('the map is not on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const pointed = (await page.locator('.map-tooltip strong').textContent()) ?? '';
  await page.mouse.down();
  await page.mouse.up();
  await expect(tune.zonePanel).toHaveAccessibleName(`Zone ${pointed}`);
  await expect(tune.zonePanel).toContainText('Released figures over the period');
  await expectAccessibleInBoth(page, 'Tune with a zone');
  await tune.zonePanel.getByRole('button', { name: 'Close' }).click();
  await expect(tune.zonePanel).toBeHidden();
});

test('the time strip plays', async () => {
  const tune = new TuneScreen(page);
  await expect(tune.clock).toHaveAttribute('aria-valuetext', /^Whole period/);
  await tune.time.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await tune.clock.getAttribute('aria-valuenow'))).toBeGreaterThan(3);
  await tune.time.getByRole('button', { name: 'Pause' }).click();
  const shown = await tune.clock.getAttribute('aria-valuetext');
  expect(shown).not.toContain('Whole period');
  await expect(tune.legend).toContainText('Persons per zone at the shown time');
  await tune.time.getByRole('button', { name: 'Total of the period' }).click();
  await expect(tune.legend).toContainText('summed over all time bins');
});

test('in another theme the map keeps its picture until all of it is drawn anew', async () => {
  const frame = new FrameScreen(page);
  for (const theme of ['dark', 'light'] as const)
    expect(await drawsOf(() => frame.dress(theme))).toEqual({ held: 0, whole: true });
});

test('other zones are shown once all of them are drawn', async () => {
  const tune = new TuneScreen(page);
  for (const zones of ['7', 'polygons'])
    expect(await drawsOf(() => tune.choose('Zones', zones))).toEqual({ held: 0, whole: true });
  await tune.settled();
});

/** How often anything was drawn on the map while its picture was held, and whether something was drawn in the end. */
async function drawsOf(
  change: () => Promise<void>,
): Promise<{ readonly held: number; readonly whole: boolean }> {
  const drawing = await countDraws();
  await change();
  await expect.poll(() => drawing.evaluate(({ begun }) => begun), 'the picture is held').toBe(true);
  await expect(page.locator('.tune-map [data-held]')).toHaveCount(0);
  await expect
    .poll(() => drawing.evaluate(({ after }) => after), 'the next picture is drawn')
    .toBeGreaterThan(0);
  return drawing.evaluate(({ held, after, stop }) => {
    stop();
    return { held, whole: after > 0 };
  });
}

interface Drawing {
  /** The picture was held once. */
  begun: boolean;
  held: number;
  after: number;
  readonly stop: () => void;
}

function countDraws(): Promise<JSHandle<Drawing>> {
  return page.locator('.tune-map .map-canvas').evaluateHandle((map: HTMLElement) => {
    const gl = WebGL2RenderingContext.prototype;
    // oxlint-disable-next-line typescript/unbound-method -- it is called with the context it is asked of
    const { drawElements: draw } = gl;
    const isHeld = () => 'held' in map.dataset;
    const observer = new MutationObserver(() => {
      seen.begun ||= isHeld();
    });
    const seen: Drawing = {
      begun: false,
      held: 0,
      after: 0,
      stop: () => {
        observer.disconnect();
        gl.drawElements = draw;
      },
    };
    gl.drawElements = function counted(...parts) {
      if (map.contains(this.canvas as HTMLCanvasElement)) {
        if (isHeld()) seen.held++;
        else if (seen.begun) seen.after++;
      }
      draw.apply(this, parts);
    };
    observer.observe(map, { attributes: true, attributeFilter: ['data-held'] });
    return seen;
  });
}

test('the demo is attacked, approved, signed, exported and verified', async () => {
  test.setTimeout(300_000);
  const tune = new TuneScreen(page);
  const frame = new FrameScreen(page);
  const approve = new ApproveScreen(page);
  await new ProtectionScreen(page).finished();
  await tune.settled();
  const drawn = await tune.drawn();
  const published = sum((await tune.groups()).map((bar) => bar.published));
  await page.getByRole('button', { name: 'Try attacks' }).click();
  const attacks = new AttackScreen(page);
  await attacks.tryAll();
  await attacks.review.click();
  await expect(approve.sign).toHaveAttribute('aria-disabled', 'true');
  await expect(approve.gates.filter({ hasText: 'Minimum persons' })).toContainText(
    /Rests on the signer.s word/,
  );
  await expectAccessibleInBoth(page, 'Approve');
  await approve.fillTerms();
  await approve.fill('Comment', 'Looked at every district.');
  await expect(approve.sign).not.toHaveAttribute('aria-disabled', 'true');

  await frame.speak('Deutsch');
  await frame.dress('dark');
  await frame.primary.click();
  const first = new SealScreen(await freigabe.window('seal'));
  await expectAccessible(first.page, 'seal window, German and dark');
  await expect(first.page.getByText(/^\d{1,2}\. \p{L}+ \d{4} um \d{2}:\d{2}:\d{2} UTC/u)).toBeVisible();
  await first.finish(first.cancel);
  await expect(frame.primary).not.toHaveAttribute('aria-disabled', 'true');
  await frame.speak('English');
  await frame.dress('light');

  demo.dialogs.answer({ save: { bundle } });
  await approve.sign.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await expect(seal.digestGroups).toHaveCount(8);
  const digest = await seal.digest();
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  await expectAccessible(seal.page, 'seal window, English and light');
  await seal.finish(seal.sign);

  const receipt = new ReceiptScreen(page);
  await expect(receipt.outcome).toContainText('This bundle is a DEMO');
  expect(await receipt.digest()).toBe(digest);
  await expectAccessibleInBoth(page, 'Export');
  expect(existsSync(bundle)).toBe(true);
  const { exitCode, json } = commandLine('verify', bundle);
  expect(exitCode).toBe(0);
  expect(json).toMatchObject({ outcome: 'demo', releaseDigest: digest });

  demo.dialogs.answer({ open: { bundle } });
  await page.getByRole('button', { name: 'Inspect it…' }).click();
  const inspect = new InspectScreen(page);
  await expect(inspect.checks.first()).toBeVisible();
  await expect(inspect.codes, 'no check fails').toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'DEMO.' })).toBeVisible();
  await expectAccessibleInBoth(page, 'Inspect, checks');
  await inspect.show('Map');
  await expect(tune.zones.getByRole('option').first()).toBeAttached();
  expect(await tune.drawn(), 'the bundle draws what was tuned').toEqual(drawn);
  await expectAccessibleInBoth(page, 'Inspect, map');
  await inspect.show('Tables');
  await expect(inspect.table.getByRole('row')).toHaveCount(51);
  await expect(page.getByRole('region', { name: 'Footfall' }).first()).toContainText(
    `${published.toLocaleString('en')} rows`,
  );
  await expectAccessibleInBoth(page, 'Inspect, table');
  await inspect.show('Recipe');
  await expect(page.getByText('How busy each district is')).toBeVisible();
  await expectAccessibleInBoth(page, 'Inspect, recipe');
  await inspect.show('Evidence');
  await expectAccessibleInBoth(page, 'Inspect, evidence');
});
