import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { pictures, takePicture } from '../support/picture.ts';
import { type PreparedDialogs, prepareDialogs } from '../support/prepared-dialogs.ts';
import { removeFolder } from '../support/remove-folder.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-mapping-'));
const at = (name: string): string => join(folder, name);
const canary = 'canaryperson';

/** Three days of forty people; two columns look like a person, two together are the time, and every tenth line has no readable one. */
function deliveryWith(extra: string): string {
  const rows = Array.from({ length: 40 * 3 * 20 }, (_, i) => {
    const day = 4 + Math.floor(i / 800);
    const time =
      i % 10 === 0
        ? 'unreadable'
        : `${`${Math.floor((i % 800) / 34)}`.padStart(2, '0')}:${`${i % 60}`.padStart(2, '0')}:00`;
    return `dev${i % 40},${canary}${i % 40},0${day}.05.2026,${time},51.${30 + (Math.floor(i / 40) % 5)},12.3`;
  });
  return `msisdn,kunde,tag,uhrzeit,lat,lon\n${rows.join('\n')}\n${extra}`;
}

let dialogs: PreparedDialogs;
let freigabe: LaunchedFreigabe;
let page: Page;
let extract: ExtractScreen;
let frame: FrameScreen;

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(at('may.csv'), deliveryWith(''));
  writeFileSync(at('june.csv'), deliveryWith('dev1,x,04.05.2026,unreadable,51.3,12.3\n'));
  dialogs = prepareDialogs();
  freigabe = await launchFreigabe({ args: ['--language', 'en', '--theme', 'light'], env: dialogs.env });
  page = await freigabe.window('desk');
  extract = new ExtractScreen(page);
  frame = new FrameScreen(page);
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

const picture = (name: string) => page.screenshot({ path: join(pictures, `mapping-${name}.png`) });

test('a meaning is given another column, and the mapping is kept under a name', async () => {
  dialogs.answer({ open: { events: at('may.csv') } });
  await extract.chooseEvents.click();
  const person = page.getByLabel('Column for Person', { exact: true });
  await expect(person).toHaveValue('0');
  const clock = page.getByRole('row').filter({ hasText: 'Time of day beside the day' });
  await expect(clock).toContainText('It is called “uhrzeit”.');
  await expect(clock).toContainText('240 of 2,400');
  await expect(page.getByLabel('Column for Time, or day', { exact: true })).toHaveValue('2');
  await extract.setColumn('Person', 'kunde');
  await expect(page.getByText('You chose it.')).toBeVisible();
  await page.getByLabel('Keep this mapping as').fill('Network North');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('Kept as “Network North”.')).toBeVisible();
  await picture('kept');
});

test('the next delivery of the same columns is read by it, and that can be undone', async () => {
  await page.getByRole('button', { name: 'Remove file: Events' }).click();
  dialogs.answer({ open: { events: at('june.csv') } });
  await extract.chooseEvents.or(page.getByRole('button', { name: 'Add file: Events' })).click();
  const said = page.getByText('Read by the mapping “Network North”');
  const person = page.getByLabel('Column for Person', { exact: true });
  await expect(said).toBeVisible();
  await expect(person).toHaveValue('1');
  await expect(page.getByLabel('Column for Time of day beside the day', { exact: true })).toHaveValue('3');
  await picture('applied');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(person).toHaveValue('0');
  await page.getByRole('button', { name: 'Apply “Network North”' }).first().click();
  await expect(person).toHaveValue('1');
});

test('the mapping is written to a file without a value of the extract', async () => {
  dialogs.answer({ save: { mapping: at('mapping.json') } });
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Write Network North to a file…' }).click();
  await expect(page.getByText('Written to mapping.json.')).toBeVisible();
  const text = readFileSync(at('mapping.json'), 'utf8');
  expect(text).toContain('"kunde"');
  expect(text).not.toContain(canary);
  expect(text).not.toContain('june.csv');
});

test('what stands out is drawn, and every rejected line written', async () => {
  await extract.noRegisterReason.fill('a test');
  await page.getByRole('button', { name: /^(Read extract|Read again)$/ }).click();
  const standsOut = page.getByRole('region', { name: 'What stands out' });
  await expect(standsOut).toContainText('Time not readable');
  await expect(standsOut).toContainText('People by their number of events');
  await expect(page.locator('.cell-map')).toBeVisible();
  await picture('stands-out');
  dialogs.answer({ save: { rejects: at('rejects.csv') } });
  await page.getByRole('button', { name: 'Write all rejected lines to a file…' }).click();
  await expect(page.getByText('rejects.csv holds 241 lines.')).toBeVisible();
  const lines = readFileSync(at('rejects.csv'), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(242);
  expect(lines[1]).toBe('"june.csv",2,badTime');
  expect(lines.join('\n')).not.toContain(canary);
});

test('closing offers to delete the list, keeps it unless told, and says so', async () => {
  const close = page.getByRole('button', { name: 'Close review and destroy raw data' });
  await close.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('rejects.csv was written in this review.');
  await expect(dialog.getByRole('checkbox')).not.toBeChecked();
  await picture('closing');
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(extract.understood).toBeVisible();
  await close.click();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Close review and destroy raw data' }).click();
  await expect(page.getByText('rejects.csv was deleted.')).toBeVisible();
  expect(existsSync(at('rejects.csv'))).toBe(false);
  await expect(frame.extractLine).toBeVisible();
  await expect(page.getByRole('region', { name: 'Continue where you left off' })).toBeVisible();
  await takePicture(page, 'drafts');
});
