import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type ErrorCode, errorCodes } from '../../../shared/bundle/error-codes.ts';
import { paths, tablePath } from '../../../shared/bundle/names.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { smallRecipe, smallRelease, threeSteps, trustFile } from '../../support/small-bundle.ts';
import { editText, repacked, resealed } from '../../support/tampered-bundle.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { InspectScreen } from '../screens/inspect-screen.ts';
import { expectAccessibleInBoth } from '../support/accessible.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { takePicture } from '../support/picture.ts';
import { type PreparedDialogs, prepareDialogs } from '../support/prepared-dialogs.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { resizePage } from '../support/resize-page.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-inspect-'));
const userData = join(folder, 'user-data');
let dialogs: PreparedDialogs;
let freigabe: LaunchedFreigabe;
let page: Page;
let inspect: InspectScreen;

test.beforeAll(async () => {
  mkdirSync(userData);
  writeFileSync(join(userData, 'trust.json'), JSON.stringify(trustFile()));
  dialogs = prepareDialogs();
  freigabe = await launchFreigabe({
    args: ['--language', 'en', '--theme', 'light'],
    env: dialogs.env,
    userData,
  });
  page = await freigabe.window('desk');
  inspect = new InspectScreen(page);
  await new FrameScreen(page).go('inspect');
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

/** Writes a bundle and opens it through the dialog. */
async function open(name: string, bytes: Uint8Array): Promise<void> {
  const bundle = join(folder, `${name}.freigabe.zip`);
  writeFileSync(bundle, bytes);
  dialogs.answer({ open: { bundle } });
  await inspect.open.click();
  await expect(inspect.fileName).toHaveText(`${name}.freigabe.zip`);
}

/** The one main button is the next thing to do; the other button of the two is plain. */
async function expectNext(main: string, plain: string): Promise<void> {
  const actions = page.locator('.footer-actions');
  await expect(page.locator('main .button-primary')).toHaveCount(0);
  await expect(actions.locator('.button-primary')).toHaveText([main]);
  await expect(actions.locator('.button-plain')).toHaveText([plain]);
}

/** Most lines of text that an element takes in the smallest window. */
async function mostLines(selector: string): Promise<number> {
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const);
  await resizePage(page, 1280, 720);
  const lines = await page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((one) => one.clientHeight / Number.parseFloat(getComputedStyle(one).lineHeight)),
    );
  await resizePage(page, width, height);
  return Math.round(Math.max(...lines));
}

/** The bundle with one bit of the table's first figure changed where it lies in the archive. */
function oneBitChanged(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  const at = changed.indexOf(',180,published');
  if (at === -1) throw new Error('the figure is not in the archive');
  changed[at + 1] = (changed[at + 1] ?? 0) ^ 1;
  return changed;
}

test('a good bundle shows everything', async () => {
  await expectAccessibleInBoth(page, 'Inspect, empty');
  await open('good', await smallRelease());
  await expect(inspect.outcome).toHaveText(/^Release\. Every check held/);
  await expect(inspect.codes).toHaveCount(0);
  await expectNext('Open another bundle…', 'Decide…');
  await expect(inspect.checks.nth(10), 'more than ten checks').toBeVisible();
  const signatures = page.getByRole('region', { name: 'Decisions' });
  for (const id of ['petra', 'otto', 'sina']) await expect(signatures).toContainText(`${id}@example.org`);
  await expect(signatures.getByText('known on this machine')).toHaveCount(3);
  await inspect.show('Map');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/^a1: \d+/, /^Mitte, "Süd": \d+/]);
  await inspect.show('Tables');
  await expect(inspect.table.getByRole('row')).toHaveCount(17);
  await expect(inspect.table.getByRole('row').nth(1)).toContainText(/hidden/);
  await inspect.show('Recipe');
  await expect(page.getByText('published only if distinct persons >= 20')).toBeVisible();
  await expect(page.getByText('5 · 15 · 60 · 240 min', { exact: true })).toBeVisible();
  await inspect.show('Evidence');
  await expect(page.getByText('rowsRead')).toBeVisible();
  await inspect.show('Checks');
});

test('a policy of the reader’s own is held against it, rule by rule', async () => {
  await open('held', await smallRelease());
  await inspect.show('Own policy');
  const outcome = page.getByRole('main').locator('[role=status], [role=alert]').last();
  await expect(outcome).toContainText('does not keep “Default”');
  const policy = join(folder, 'strict.json');
  writeFileSync(
    policy,
    JSON.stringify({ ...builtInPolicies.default, id: 'strict', title: 'Strict', minimumPersons: 500 }),
  );
  dialogs.answer({ open: { policy } });
  await page.getByRole('button', { name: 'Open policy file…' }).click();
  await expect(outcome).toContainText('does not keep “Strict”');
  const rule = page.getByRole('row').filter({ hasText: 'Minimum persons' });
  await expect(rule).toContainText('20 persons');
  await expect(rule).toContainText('at least 500 persons');
  await expect(rule).toContainText('does not hold');
  await expectAccessibleInBoth(page, 'Inspect, own policy', 'inspect-policy');
  await new FrameScreen(page).speak('Deutsch');
  await expect(page.getByRole('columnheader', { name: 'Ergebnis' }).first()).toBeVisible();
  expect(await mostLines('.judged'), 'lines of an outcome in a small window').toBeLessThanOrEqual(3);
  await new FrameScreen(page).speak('English');
});

test('attacks run on the bundle alone, under that policy', async () => {
  await inspect.show('Attacks');
  await expect(page.getByText('Limits of the policy “Strict”.')).toBeVisible();
  await expect(page.locator('.button-primary')).toHaveText(['Try all attacks']);
  await page.getByRole('button', { name: 'Try all attacks' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-attack=small-groups]')).toHaveAttribute('data-standing', 'fail');
  await expect(page.locator('[data-attack=membership]')).toHaveAttribute('data-standing', 'notTested');
  await expectAccessibleInBoth(page, 'Inspect, attacks', 'inspect-attacks');
});

test('an earlier bundle is compared, and what shows is told', async () => {
  const earlier = join(folder, 'earlier.freigabe.zip');
  writeFileSync(earlier, await smallRelease({ recipe: { ...smallRecipe, title: 'Other' } }));
  dialogs.answer({ open: { bundle: earlier } });
  await inspect.show('Comparison');
  await expect(page.locator('.button-primary')).toHaveText(['Choose an earlier bundle…']);
  await page.getByRole('button', { name: 'Choose an earlier bundle…' }).click();
  await expect(page.getByRole('region', { name: 'Both bundles' })).toContainText(
    'another organisation or title',
    { timeout: 60_000 },
  );
  await expectAccessibleInBoth(page, 'Inspect, comparison', 'inspect-comparison');
});

test('the buyer’s view says what is answered and what is not', async () => {
  await inspect.show('As an analyst');
  await expect(page.getByRole('heading', { name: 'What cannot be answered' })).toBeVisible();
  await expect(page.getByText(/groups of fewer than 20 persons/)).toBeVisible();
  await takePicture(page, 'inspect-analyst');
});

test('the report is printed as a tagged PDF, the same each time', async () => {
  const digests = new Set<string>();
  let text = '';
  for (const time of [1, 2]) {
    const report = join(folder, `report-${time}.pdf`);
    dialogs.answer({ save: { report } });
    await page.getByRole('button', { name: 'Print report…' }).click();
    await expect(page.getByText(`The report was written to report-${time}.pdf.`)).toBeVisible({
      timeout: 30_000,
    });
    const bytes = readFileSync(report);
    text = bytes.toString('latin1');
    digests.add(createHash('sha256').update(bytes).digest('hex'));
  }
  expect(digests.size).toBe(1);
  for (const tag of ['/StructTreeRoot', '/MarkInfo', '/Lang (en)']) expect(text).toContain(tag);
  await inspect.show('Checks');
});

const table = tablePath('footfall');
const tampered: readonly (readonly [name: string, code: ErrorCode, make: () => Promise<Uint8Array>])[] = [
  ['changed-byte', 'E_CHECKSUM', async () => oneBitChanged(await smallRelease())],
  [
    'changed-figure',
    'E_DIGEST',
    async () =>
      repacked(
        await smallRelease(),
        editText(table, (text) => text.replace(',180,', ',190,')),
      ),
  ],
  [
    'missing-file',
    'E_MISSING_FILE',
    async () => repacked(await smallRelease(), (files) => void files.delete(paths.zonesTable)),
  ],
  [
    'extra-file',
    'E_EXTRA_FILE',
    async () => repacked(await smallRelease(), (files) => void files.set('data/more.txt', Buffer.from('x'))),
  ],
  [
    'wrong-key',
    'E_UNKNOWN_KEY',
    () =>
      smallRelease({}, [
        ...threeSteps.slice(0, 2),
        { id: 'sina@example.org', role: 'second-signer', key: 'stranger' },
      ]),
  ],
  [
    'other-recipe',
    'E_RECIPE',
    async () =>
      resealed(
        await smallRelease(),
        editText(paths.recipe, (text) => text.replace('"byGender":true', '"byGender":false')),
      ),
  ],
  ['cut-off', 'E_CONTAINER', async () => (await smallRelease()).subarray(0, 5000)],
];

for (const [name, code, make] of tampered) {
  test(`${name}: rejected with ${code} and a sentence of its own`, async () => {
    await open(name, await make());
    const rejected = code === 'E_UNKNOWN_KEY' ? /^(Rejected|Prepared)/ : /^Rejected\./;
    await expect(inspect.outcome).toHaveText(rejected);
    await expect(inspect.outcome).not.toHaveText(/^Release\./);
    const failed = inspect.checks.filter({ has: page.getByText(code, { exact: true }) }).first();
    await expect(failed).toContainText('does not hold');
    await expect(failed).toContainText(errorCodes[code]);
    await new FrameScreen(page).speak('Deutsch');
    await expect(page.getByText(code, { exact: true }).first()).toBeVisible();
    await expect(page.getByText(errorCodes[code])).toHaveCount(0);
    await new FrameScreen(page).speak('English');
  });
}

test('a bundle that lacks approvals asks for a decision first', async () => {
  await open('prepared', await smallRelease({}, threeSteps.slice(0, 1)));
  await expect(inspect.outcome).toHaveText(/^Prepared/);
  await expectNext('Decide…', 'Open another bundle…');
});

test('what cannot be read has its message and leaves the bundle that is open', async () => {
  await open('good', await smallRelease());
  mkdirSync(join(folder, 'folder.freigabe.zip'));
  dialogs.answer({ open: { bundle: join(folder, 'folder.freigabe.zip') } });
  await inspect.open.click();
  await expect(page.getByRole('alert')).toHaveText('folder.freigabe.zip is a folder. Choose a file in it.');
  await expect(inspect.fileName).toHaveText('good.freigabe.zip');
  await expect(inspect.outcome).toHaveText(/^Release\./);
});
