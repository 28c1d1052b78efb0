import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { fromUtf8 } from '../../../shared/base/bytes.ts';
import { paths } from '../../../shared/bundle/names.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { editText, filesOf, resealed } from '../../support/tampered-bundle.ts';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { AttackScreen } from '../screens/attack-screen.ts';
import { CompareScreen } from '../screens/compare-screen.ts';
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

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-guarantees-'));
const bundle = join(folder, 'noisy.freigabe.zip');
let demo: OpenedDemo;
let page: Page;
let freigabe: LaunchedFreigabe;
let tune: TuneScreen;
let frame: FrameScreen;
let protection: ProtectionScreen;

test.beforeAll(async () => {
  demo = await openDemo();
  ({ page, freigabe } = demo);
  tune = new TuneScreen(page);
  frame = new FrameScreen(page);
  protection = new ProtectionScreen(page);
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

/** The first whole number of a text. */
const whole = (text: string): number => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));

/** The choice of a guarantee in the recipe. */
const guarantee = (name: 'Classical' | 'Differential privacy') =>
  tune.recipe.getByRole('radio', { name, exact: true });

test('differential privacy sets all it needs in one step, which undo takes back whole', async () => {
  const exact = await tune.groups();
  await expect(guarantee('Classical')).toBeChecked();
  await expect(tune.recipe.getByRole('combobox', { name: 'Per person and day' })).toHaveValue('none');
  await guarantee('Differential privacy').check({ force: true });
  await expect(
    tune.recipe.getByText(/The other guarantee needs more: .*at most 24 groups\. Undo/),
  ).toBeVisible();
  await expect(tune.recipe.getByRole('combobox', { name: 'Per person and day' })).toHaveValue('24');
  await expect(tune.recipe.locator('.epsilon')).toContainText(/epsilon 2\.\d+ per person and release/);
  await expect(tune.recipe.getByRole('textbox', { name: 'Minimum, noisy' })).toBeVisible();
  await tune.settled();
  await expect.poll(() => tune.groups()).not.toEqual(exact);
  await expectAccessibleInBoth(page, 'Tune, differential privacy');

  await frame.undo();
  await expect(guarantee('Classical')).toBeChecked();
  await expect(tune.recipe.getByRole('combobox', { name: 'Per person and day' })).toHaveValue('none');
  await expect.poll(() => tune.groups()).toEqual(exact);
  await frame.redo();
  await expect(guarantee('Differential privacy')).toBeChecked();
});

test('beside noise of a budget nothing is called classical', async () => {
  await expect(guarantee('Classical')).not.toBeChecked();
  await expect(tune.recipe.getByRole('combobox', { name: 'Cell-key noise' })).toHaveCount(0);
  await expect(tune.recipe).toContainText('Every figure bears random noise.');
  await expect(tune.recipe).not.toContainText('Exact counts.');
  await expect(tune.recipe).toContainText(/noisy/);
  await expect(protection.audit).toContainText('Every figure bears noise of its own.');
  await expect(tune.legend).toContainText('hidden: noisy count under');
  await expect(page.locator('.summary-figures')).toContainText('noise included');
  await expect(page.locator('.summary-figures')).not.toContainText('rounding error');
});

test('a table of which noise leaves little does not say that everybody is kept', async () => {
  await tune.released('Catchment').check();
  await tune.look('Catchment');
  // Over all that was counted about seven in ten, give or take a few by the draw; over what the table lists, all.
  const kept = async (): Promise<number> => Number.parseFloat((await tune.summary())[1] ?? '');
  await expect.poll(kept).toBeLessThan(90);
  expect(await kept()).toBeGreaterThan(0);
  const bars = await tune.groups();
  const sum = (part: 'published' | 'hidden'): number => bars.reduce((all, bar) => all + bar[part], 0);
  const [published = ''] = await tune.summary();
  expect(whole(published), 'the figure is the sum of the bars').toBe(sum('published'));
  await expect(tune.recipe).toContainText(
    `Catchment: ${sum('published').toLocaleString('en')} of ${(sum('published') + sum('hidden')).toLocaleString('en')} groups published`,
  );
  await expect(tune.recipe).toContainText(`−${sum('hidden').toLocaleString('en')} groups`);
  await tune.released('Catchment').uncheck();
  await tune.look('Footfall');
  await expect.poll(kept).toBeGreaterThan(80);
});

test('the bundle says differential privacy and epsilon, and no other label passes', async () => {
  test.setTimeout(300_000);
  await frame.go('attacks');
  const attacks = new AttackScreen(page);
  await attacks.tryAll();
  await attacks.review.click();
  const approve = new ApproveScreen(page);
  await expect(page.getByText(/^Differential privacy: epsilon 2\.\d+, delta 10⁻⁶/).first()).toBeVisible();
  await expect(page.getByText('Exact counts.')).toHaveCount(0);
  await expectAccessibleInBoth(page, 'Approve, differential privacy', 'approve-budget');
  await approve.fillTerms();
  demo.dialogs.answer({ save: { bundle }, open: { bundle } });
  await expect(approve.sign).not.toHaveAttribute('aria-disabled', 'true', { timeout: 120_000 });
  await approve.sign.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await expect(seal.digestGroups).toHaveCount(8);
  await expectAccessible(seal.page, 'seal window, differential privacy');
  await seal.finish(seal.sign);
  await expect(new ReceiptScreen(page).outcome).toContainText('This bundle is a DEMO');

  const files = filesOf(readFileSync(bundle));
  const text = (path: string): string => fromUtf8(files.get(path) ?? new Uint8Array()) ?? '';
  const record = JSON.parse(text(paths.release)) as { readonly guarantee: { readonly epsilon: string } };
  expect(record.guarantee).toMatchObject({ kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 });
  expect(Number(record.guarantee.epsilon)).toBeGreaterThan(1);
  expect(text(paths.methodEnglish)).toContain('What is guaranteed: differential privacy');
  expect(text(paths.methodEnglish)).not.toContain('the classical rules');
  expect(commandLine('verify', bundle)).toMatchObject({ exitCode: 0, json: { outcome: 'demo' } });

  await page.getByRole('button', { name: 'Inspect it…' }).click();
  const inspect = new InspectScreen(page);
  await expect(inspect.outcome).toHaveText(/^DEMO\./);
  await expect(inspect.codes).toHaveCount(0);
  await inspect.show('Recipe');
  await expect(page.getByText(/^Differential privacy/).first()).toBeVisible();
  await expectAccessibleInBoth(page, 'Inspect, recipe with differential privacy');
  await inspect.show('Evidence');
  await expect(page.getByText('Epsilon per person and release').first()).toBeVisible();
  await expectAccessibleInBoth(page, 'Inspect, evidence with differential privacy');

  const relabelled = join(folder, 'relabelled.freigabe.zip');
  const classical = editText(paths.release, (told) =>
    told.replace(/"guarantee":\{[^}]*\}/, '"guarantee":{"cellKeyNoise":false,"kind":"classical"}'),
  );
  writeFileSync(relabelled, await resealed(readFileSync(bundle), classical));
  const { exitCode, json } = commandLine('verify', relabelled);
  expect(exitCode).toBe(1);
  expect(JSON.stringify(json)).toContain('E_RELEASE');
});

test('a policy that forbids noise says which rule is broken and by how much, and nothing can be signed', async () => {
  const policy = join(folder, 'strict.json');
  writeFileSync(
    policy,
    JSON.stringify({
      ...builtInPolicies.solo,
      id: 'strict',
      title: 'Strict house',
      minimumPersons: 50,
      guarantees: ['classical'],
    }),
  );
  await frame.go('tune');
  await tune.choose('Policy', 'solo');
  await expect(tune.recipe).not.toContainText('the policy allows Classical');
  demo.dialogs.answer({ open: { policy } });
  await tune.recipe.getByRole('button', { name: 'Open policy file…' }).click();
  const broken = tune.recipe.getByText('The guarantee is Differential privacy; the policy allows Classical.');
  await expect(broken).toBeVisible();
  await expect(tune.recipe.getByText('Minimum persons is 30; the policy allows at least 50.')).toBeVisible();
  await expectAccessibleInBoth(page, 'Tune, broken policy');
  await frame.go('approve');
  await expect(
    page.getByText('The guarantee is Differential privacy; the policy allows Classical.'),
  ).toBeVisible();
  await expect(page.getByText('Minimum persons is 30; the policy allows at least 50.')).toBeVisible();
  await expect(new ApproveScreen(page).sign).toHaveAttribute('aria-disabled', 'true');
  await expectAccessibleInBoth(page, 'Approve, broken policy');
  await frame.go('tune');
  await guarantee('Classical').check({ force: true });
  await expect(broken).toHaveCount(0);
  await tune.typeMinimum(50);
  await expect(tune.recipe).not.toContainText('the policy allows at least 50');
});

test('two recipes stand side by side, and change places', async () => {
  await tune.choose('Policy', 'demo');
  await tune.settled();
  const compare = new CompareScreen(page);
  await compare.open.click();
  await expect(compare.dialog).toContainText('This recipe is now kept as B.');
  await compare.close.click();
  await tune.typeMinimum(20);
  await tune.settled();
  await compare.open.click();
  await compare.settled();
  for (const name of ['not tested', 'being worked out …'])
    await expect(compare.dialog.getByRole('cell', { name, exact: true }), 'B catches up').toHaveCount(0);
  await compare.settled();
  expect(await compare.changes()).toEqual([['Minimum persons', '20', '50']]);
  const [a, b] = await compare.figure('groups published');
  expect(a).toBeGreaterThan(b);
  const [smallest, atFifty] = await compare.figure('persons in the smallest published group');
  expect(smallest).toBeGreaterThanOrEqual(20);
  expect(smallest).toBeLessThan(50);
  expect(atFifty).toBeGreaterThanOrEqual(50);
  await expect(compare.maps).toHaveCount(2);
  await expectAccessible(page, 'Compare');
  await compare.swap.click();
  await expect.poll(() => compare.changes()).toEqual([['Minimum persons', '50', '20']]);
  await compare.settled();
  expect(await compare.figure('groups published')).toEqual([b, a]);
  await compare.close.click();
  await expect(tune.minimum).toHaveValue('50');
  await frame.undo();
  await expect(tune.minimum).toHaveValue('20');
});

test('a recipe goes to a file and comes back from it, whole or not at all', async () => {
  const file = join(folder, 'own.recipe.json');
  const open = tune.recipe.getByRole('button', { name: 'Open recipe…' });
  demo.dialogs.answer({ save: { recipe: file }, open: { recipe: file } });
  await tune.recipe.getByRole('button', { name: 'Save recipe…' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  const saved = JSON.parse(readFileSync(file, 'utf8')) as { readonly minimumPersons: number };
  expect(saved.minimumPersons).toBe(20);

  await tune.typeMinimum(33);
  await open.click();
  await expect(tune.minimum).toHaveValue('20');
  await expect(tune.recipe.getByRole('combobox', { name: 'Preset' })).toHaveValue('own.recipe.json');
  await frame.undo();
  await expect(tune.minimum).toHaveValue('33');

  writeFileSync(file, JSON.stringify({ ...saved, minimumPersons: 'a few' }));
  await open.click();
  await expect(tune.recipe.getByRole('alert')).toContainText('own.recipe.json');
  await expect(tune.minimum).toHaveValue('33');
});
