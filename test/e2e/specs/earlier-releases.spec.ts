import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { AttackScreen } from '../screens/attack-screen.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { expectAccessible, expectAccessibleInBoth } from '../support/accessible.ts';
import { expectNothingCut } from '../support/fits.ts';
import { writeExtract } from '../support/generated-extract.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { mapDrawn } from '../support/map-drawn.ts';
import { openPolicy } from '../support/opened-policy.ts';
import { prepareDialogs } from '../support/prepared-dialogs.ts';
import { releaseBefore } from '../support/release-before.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { resizePage } from '../support/resize-page.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-earlier-'));
const dialogs = prepareDialogs();
let freigabe: LaunchedFreigabe;
let page: Page;
let frame: FrameScreen;
let tune: TuneScreen;
let attacks: AttackScreen;
let before: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const paths = writeExtract(join(folder, 'extract'), 1500);
  const userData = join(folder, 'user-data');
  before = releaseBefore(folder, paths, userData);
  dialogs.answer({ open: paths });
  freigabe = await launchFreigabe({
    args: ['--language', 'en', '--theme', 'light'],
    env: dialogs.env,
    userData,
  });
  page = await freigabe.window('desk');
  frame = new FrameScreen(page);
  tune = new TuneScreen(page);
  attacks = new AttackScreen(page);
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

test('subtraction is held against the release before, on its other zone map', async () => {
  test.setTimeout(120_000);
  const extract = new ExtractScreen(page);
  await extract.chooseEvents.click();
  for (const kind of ['cells', 'persons', 'zones'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one dialog after the other
    await extract.add(kind);
  await extract.timeZone.selectOption('Europe/Berlin');
  await extract.noRegisterReason.fill('Generated; nobody could object');
  await page.getByRole('button', { name: 'Read extract' }).click();
  await page.getByRole('button', { name: 'Tune', exact: true }).last().click();
  await openPolicy(page, dialogs, { ...builtInPolicies.solo, id: 'own', title: 'Own policy' });
  await tune.choose('Rounding', '1');
  await tune.choose('Time', 'day');
  await tune.settled();
  await frame.go('attacks');
  const card = attacks.card('subtraction');
  await card.getByRole('button', { name: 'Run: Subtraction' }).click();
  await expect(card).toHaveAttribute('data-standing', 'fail', { timeout: 60_000 });
  await expect(card).toContainText('exposes 2 small groups');
  await expect(card).toContainText(`Held against 1 earlier release: ${before} (`);
  await expect(card).toContainText(/In all, \d+ pairs of figures were compared/);
});

test('the open card names slivers, and says nothing of how many people', async () => {
  await attacks.open('subtraction');
  const slivers = attacks.panel.getByRole('list', { name: 'Slivers between zones' });
  await expect(slivers.getByRole('button')).toHaveCount(2);
  await expect(slivers).toContainText(
    `A sliver of 0.23 km² between zone Nordvorstadt of this release and zone d07 of ${before}, which is larger`,
  );
  await expect(attacks.panel).toContainText(
    '2 small groups show because zones of one release lie in zones of the other',
  );
  await expectAccessibleInBoth(page, 'Attacks, with slivers');
});

test('slivers are marks on the map, reached by keys and by pointer', async () => {
  test.setTimeout(120_000);
  const sliver = attacks.panel.getByRole('button', { name: /^Show on the map: .* zone Nordvorstadt/ });
  await sliver.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Zone Nordvorstadt/ })).toBeVisible();
  await expect(tune.legend).toContainText('sliver between zones of this and an earlier release');
  await expect(tune.legend).toContainText('an attack found something here');
  await expect(page.locator('.risk-finding').first()).toBeVisible();
  await expectAccessibleInBoth(page, 'Tune, with marks of attacks and slivers', 'tune-findings');
  expect(await sliverUnderPointer()).toContain(`and zone d07 of ${before}, which is larger`);
});

test('what was found fits both languages and sizes, in the attacks and on the map', async () => {
  test.setTimeout(120_000);
  const [width, height] = [1440, 900];
  for (const [step, language, theme, size] of [
    ['tune', 'English', 'light', [width, height]],
    ['tune', 'Deutsch', 'dark', [1280, 720]],
    ['attacks', 'Deutsch', 'light', [1280, 720]],
    ['attacks', 'English', 'dark', [width, height]],
  ] as const) {
    // oxlint-disable no-await-in-loop -- one picture after the other
    await frame.speak('English');
    await frame.go(step);
    await frame.speak(language);
    await frame.dress(theme);
    await resizePage(page, size[0], size[1]);
    if (step === 'tune') await mapDrawn(page.locator('.tune-map .map-canvas'));
    await expectNothingCut(page, `${step}, ${language}, ${theme}`);
    await page.screenshot({ path: test.info().outputPath(`${step}-${language}-${theme}-${size[0]}.png`) });
    // oxlint-enable no-await-in-loop
  }
  await frame.speak('English');
  await frame.dress('light');
});

test('figures of an earlier recipe stay readable', async () => {
  await frame.go('tune');
  await tune.typeMinimum(60);
  await tune.settled();
  await expect(tune.legend, 'marks belong to their recipe').not.toContainText('sliver');
  await frame.go('attacks');
  await expect(attacks.card('subtraction')).toContainText('On an earlier recipe');
  await expectAccessible(page, 'Attacks of an earlier recipe, light');
  await frame.dress('dark');
  await expectAccessible(page, 'Attacks of an earlier recipe, dark');
  await frame.dress('light');
});

/** Moves around the chosen zone, further and further out, and answers what is said of the first sliver that is met. */
async function sliverUnderPointer(): Promise<string> {
  await tune.zones.focus();
  const tip = page.locator('.map-tooltip');
  const start = await tip.boundingBox();
  if (start === null) throw new Error('the chosen zone is not told');
  const steps = Array.from({ length: 31 }, (_, i) => (i - 15) * 8);
  const places = steps
    .flatMap((x) => steps.map((y) => [x, y] as const))
    .toSorted(([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by));
  for (const [x, y] of places) {
    // oxlint-disable no-await-in-loop -- one place after the other
    await page.mouse.move(start.x + x, start.y + y);
    await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => setTimeout(told))));
    const text = (await tip.allInnerTexts()).join(' ');
    // oxlint-enable no-await-in-loop
    if (text.includes('Sliver between zones')) return text;
  }
  return '';
}
