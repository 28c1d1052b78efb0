import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { demoCellsCsv } from '../../../shared/demo/files.ts';
import { demoTown } from '../../../shared/demo/town.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { LookUpScreen } from '../screens/look-up-screen.ts';
import { ProtectionScreen } from '../screens/protection-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expectNothingCut } from '../support/fits.ts';
import { type ExtractPaths, writeExtract } from '../support/generated-extract.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { prepareDialogs } from '../support/prepared-dialogs.ts';
import { occurrencesInMemory } from '../support/process-memory.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { crossedToDesk, crossedToMain, watchPorts } from '../support/watched-ports.ts';

// Written in halves, so that nothing but the extract and the look-up window holds the whole.
const objector = ['d1ssent5', '77aa01e4'].join('');
const customer = ['c0mm0n42', '9b1f66c2'].join('');
const stranger = ['5trange7', '04e1d9ab'].join('');
const typed = [objector, customer, stranger];
const firstCell = demoCellsCsv({ preset: 'town', persons: 1, days: 1, seed: 1 }).split(/[\n,]/)[5] ?? '';

function plantedExtract(folder: string): ExtractPaths {
  const rows = [objector, customer].flatMap((who) =>
    ['08:10', '12:40', '17:20'].map((time) => `2026-05-04T${time}:00Z,${who},${firstCell},data`),
  );
  const paths = writeExtract(folder, 3000, rows);
  const [, , asOf = ''] = readFileSync(paths.objections, 'utf8').split('\n')[1]?.split(',') ?? [];
  appendFileSync(paths.objections, `${objector},${asOf},${asOf}\n`);
  return paths;
}

test('a status is looked up in a window of its own, nothing is different afterwards, and a lost extract is read again', async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-look-up-'));
  const paths = plantedExtract(join(folder, 'extract'));
  const userData = join(folder, 'user-data');
  const dialogs = prepareDialogs();
  dialogs.answer({ open: paths });
  const freigabe = await launchFreigabe({
    args: ['--language', 'en', '--theme', 'light'],
    env: dialogs.env,
    userData,
  });
  try {
    await watchPorts(freigabe);
    const page = await freigabe.window('desk');
    const [extract, frame] = [new ExtractScreen(page), new FrameScreen(page)];
    await extract.chooseEvents.click();
    for (const kind of ['cells', 'persons', 'objections', 'zones'] as const) await extract.add(kind);
    await expect(extract.lookUp, 'nothing is read yet').toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Read extract' }).click();
    const before = await figures(freigabe);

    await frame.go('extract');
    await extract.lookUp.click();
    const lookUp = new LookUpScreen(await freigabe.window('look-up'));
    await expect(lookUp.identifier).toBeFocused();
    await expect(lookUp.unchanged).toBeVisible();
    await expectAnswers(lookUp);
    await expectNothingCut(lookUp.page, 'look-up in English');
    await expectAccessible(lookUp.page, 'look-up, English and light');

    const pids = await processes(freigabe);
    expect(pids.get('look-up')).not.toBe(pids.get('vault'));
    const found = (host: string, who: string) => occurrencesInMemory(pids.get(host) ?? 0, who);
    expect(found('look-up', stranger), 'the search must find it where it was typed').toBeGreaterThan(0);
    for (const who of typed) expect(found('desk', who), 'memory of the desk').toBe(0);

    await lookUp.escape();
    expect(await figures(freigabe), 'figures after the look-up').toEqual(before);
    const messages = [...(await crossedToDesk(freigabe)), ...(await crossedToMain(freigabe))];
    expect(messages.length, 'messages must have been seen').toBeGreaterThan(3);
    const told = [...messages, ...filesBelow(userData)];
    expect(told.filter((text) => typed.some((who) => text.includes(who)))).toEqual([]);
    const journal = readFileSync(join(userData, 'ledger', 'audit.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const opened = journal.filter((line) => line.includes('lookup.opened'));
    const recorded = opened.map((line) => JSON.parse(line) as { obj: string; data: object });
    expect(recorded.map(({ obj, data }) => ({ obj, data }))).toEqual([{ obj: '', data: {} }]);

    await frame.go('extract');
    await frame.speak('Deutsch');
    await frame.dress('dark');
    await fromMenu(freigabe, 'Status nachschlagen …');
    await expectGermanAndDark(new LookUpScreen(await freigabe.window('look-up')));

    await extract.lookUp.click();
    await freigabe.window('look-up');
    await crash(freigabe, 'vault');
    await expect.poll(() => hosts(freigabe), 'it goes when the vault goes').toEqual(['desk']);
    await expect(extract.lookUp).toHaveAttribute('aria-disabled', 'true');
    await frame.speak('English');
    await frame.dress('light');
    await fromMenu(freigabe, 'Look up a status…');
    await expect(frame.alert, 'the menu says what is missing').toContainText('No extract is loaded yet');
    expect(await hosts(freigabe)).not.toContain('look-up');

    dialogs.answer({ open: { ...paths, ...extrapolating(folder) } });
    await expectExtrapolation(page);
  } finally {
    await freigabe.close();
    removeFolder(folder);
  }
});

async function expectAnswers(lookUp: LookUpScreen): Promise<void> {
  expect(await lookUp.ask(objector)).toEqual([
    'In the register: this identifier, or another of the same person.',
    'The person is in the extract.',
    'The person would not count. An objection stands in the register.',
  ]);
  await lookUp.identifier.press('Backspace');
  await expect(lookUp.register, 'no answer beside another identifier').toBeHidden();
  expect(await lookUp.ask(customer)).toEqual([
    'Not in the register.',
    'The person is in the extract.',
    'The person would count. At least one of their events lies in the period and the zones of the recipe.',
  ]);
  expect(await lookUp.ask(stranger)).toEqual([
    'Not in the register.',
    'Not in the extract: no usable event bears it.',
    'The person would not count. There is no usable event to count.',
  ]);
}

/** A recipe that asks for figures of all inhabitants, and a file that says how many there are: 5,000 in each zone. */
function extrapolating(folder: string): { readonly recipe: string; readonly population: string } {
  const { zones } = demoTown({ preset: 'town' });
  const rows = zones.features.map(({ properties }) => `${properties.zone_id},all,all,5000`);
  const [recipe, population] = [join(folder, 'all.recipe.json'), join(folder, 'population.csv')];
  writeFileSync(population, `${['zone_id,age_band,gender,persons', ...rows].join('\n')}\n`);
  writeFileSync(recipe, JSON.stringify({ ...presets.conservative, minimumNights: 1, extrapolate: true }));
  return { recipe, population };
}

/** A recipe that extrapolates is refused without a population file; with one its tables are protected. */
async function expectExtrapolation(page: Page): Promise<void> {
  const [extract, frame, tune] = [new ExtractScreen(page), new FrameScreen(page), new TuneScreen(page)];
  const extrapolation = tune.recipe.getByRole('combobox', { name: 'Extrapolation' });
  const read = page.getByRole('button', { name: /^(Read extract|Read again)$/ });
  await read.click();
  await frame.go('tune');
  await expect(extrapolation).toBeDisabled();
  await tune.recipe.getByRole('button', { name: 'Open recipe…' }).click();
  await expect(extrapolation).toHaveValue('with');
  await expect(page.locator('.protection-status')).toContainText('add a population file');

  await frame.go('extract');
  await extract.add('population');
  await read.click();
  await frame.go('extract');
  await expect(extract.understood).toContainText('130,000');
  await frame.go('tune');
  await expect(extrapolation).toHaveValue('with');
  await expect(extrapolation).toBeEnabled();
  await new ProtectionScreen(page).finished();
  await expect(page.locator('.protection-status')).not.toContainText('population');
}

/** Chooses an entry of the application menu, once the menu has it. */
async function fromMenu(freigabe: LaunchedFreigabe, label: string): Promise<void> {
  const choose = (): Promise<boolean> =>
    freigabe.app.evaluate(({ Menu }, wanted) => {
      const entries = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      const entry = entries.find((one) => one.label === wanted);
      entry?.click();
      return entry !== undefined;
    }, label);
  await expect.poll(choose, `the menu has ${label}`).toBe(true);
}

async function expectGermanAndDark(lookUp: LookUpScreen): Promise<void> {
  await expect(lookUp.heading).toHaveText('Status nachschlagen');
  await expect(lookUp.page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(lookUp.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(lookUp.identifier, 'cleared').toHaveValue('');
  expect(await lookUp.ask(stranger)).toContain('Nicht im Register.');
  await expectNothingCut(lookUp.page, 'look-up in German');
  await expectAccessible(lookUp.page, 'look-up, German and dark');
  await lookUp.leave();
}

/** What the Tune step tells of the release: its figures, its groups by bar, and what the map draws. */
async function figures(freigabe: LaunchedFreigabe): Promise<unknown> {
  const page = await freigabe.window('desk');
  const tune = new TuneScreen(page);
  await page.locator('[data-step="tune"]').click();
  await expect(tune.zones.getByRole('option').first()).toBeAttached();
  await new ProtectionScreen(page).finished();
  await tune.settled();
  return { summary: await tune.summary(), groups: await tune.groups(), drawn: await tune.drawn() };
}

async function processes(freigabe: LaunchedFreigabe): Promise<ReadonlyMap<string, number>> {
  const all = await freigabe.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => [each.getURL(), each.getOSProcessId()] as const),
  );
  return new Map(all.flatMap(([url, pid]) => (URL.canParse(url) ? [[new URL(url).host, pid] as const] : [])));
}

async function crash(freigabe: LaunchedFreigabe, host: string): Promise<void> {
  await freigabe.app.evaluate(
    ({ webContents }, page) =>
      webContents
        .getAllWebContents()
        .find((each) => each.getURL().startsWith(page))
        ?.forcefullyCrashRenderer(),
    `app://${host}/`,
  );
}

async function hosts(freigabe: LaunchedFreigabe): Promise<readonly string[]> {
  return [...(await processes(freigabe)).keys()];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
