import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { AttackScreen } from '../screens/attack-screen.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { ReceiptScreen } from '../screens/receipt-screen.ts';
import { SealScreen } from '../screens/seal-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { closing } from '../support/closing.ts';
import { tabTo } from '../support/keyboard.ts';
import { launchFreigabe } from '../support/launch.ts';
import { prepareDialogs } from '../support/prepared-dialogs.ts';
import { removeFolder } from '../support/remove-folder.ts';

test('the whole way by keyboard: from the empty screen to the receipt of the demo', async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-keyboard-'));
  const bundle = join(folder, 'town.freigabe.zip');
  const dialogs = prepareDialogs();
  dialogs.answer({ save: { bundle } });
  const freigabe = await launchFreigabe({ args: ['--language', 'en', '--theme', 'light'], env: dialogs.env });
  try {
    const page = await freigabe.window('desk');
    await expect(new ExtractScreen(page).demo).toBeVisible();
    await tabTo(page, new ExtractScreen(page).demo);
    await page.keyboard.press('Enter');
    const tune = new TuneScreen(page);
    await tune.bars.first().waitFor({ timeout: 90_000 });
    await tune.settled();
    await tuneByKeys(page, tune);
    await attackByKeys(page);
    await approveByKeys(page);

    const seal = new SealScreen(await freigabe.window('seal'));
    await expect(seal.digestGroups).toHaveCount(8);
    await tabTo(seal.page, seal.sign);
    await closing(seal.page, () => seal.page.keyboard.press('Enter'));
    await expect(new ReceiptScreen(page).outcome).toContainText('This bundle is a DEMO');
    expect(existsSync(bundle)).toBe(true);
  } finally {
    await freigabe.close();
    removeFolder(folder);
  }
});

async function tuneByKeys(page: Page, tune: TuneScreen): Promise<void> {
  await tabTo(page, tune.zones);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(tune.zonePanel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tune.zonePanel).toBeHidden();

  await tabTo(page, tune.clock);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(tune.clock).not.toHaveAttribute('aria-valuetext', /^Whole period/);

  await tabTo(page, tune.histogram.getByRole('listbox'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(tune.legend).toContainText('holds groups of the chosen bars');
  await page.keyboard.press('Escape');
  await expect(tune.legend).not.toContainText('holds groups of the chosen bars');

  await tabTo(page, tune.threshold);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(tune.minimum).toHaveValue('32');
  await tune.settled();
  await expect(tune.legend).toContainText('hidden: fewer than 32 persons');
  await page.keyboard.press('Control+z');
  await expect(tune.minimum).toHaveValue('33');
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await expect(tune.minimum).toHaveValue('40');
  await tune.settled();

  await tabTo(page, page.getByRole('button', { name: 'Try attacks' }));
  await page.keyboard.press('Enter');
}

async function attackByKeys(page: Page): Promise<void> {
  const attacks = new AttackScreen(page);
  await expect(attacks.run).not.toHaveAttribute('aria-disabled', 'true');
  await tabTo(page, attacks.run);
  await page.keyboard.press('Enter');
  await attacks.running.waitFor();
  await attacks.running.waitFor({ state: 'detached', timeout: 180_000 });
  await tabTo(page, attacks.card('membership').locator('.attack-open'));
  await page.keyboard.press('Enter');
  await expect(attacks.panel.getByRole('heading', { name: 'What it asks' })).toBeVisible();
  await tabTo(page, attacks.review);
  await page.keyboard.press('Enter');
}

async function approveByKeys(page: Page): Promise<void> {
  for (const [field, text] of [
    ['Title', 'Footfall in Auenfeld'],
    ['Organisation', 'Beispielnetz GmbH'],
    ['Purpose', 'How busy each district is'],
    ['Legal basis', 'Anonymised data'],
    ['Recipient', 'City of Auenfeld'],
  ] as const) {
    const box = page.getByLabel(field, { exact: true });
    await tabTo(page, box);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await expect(box).toHaveValue(text);
  }
  const date = page.getByLabel('Release date', { exact: true });
  await tabTo(page, date);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('31.6.2026');
  await page.keyboard.press('Tab');
  await expect(date).toHaveAccessibleDescription(/^Not a date/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2026-05-05');
  await page.keyboard.press('Tab');
  await expect(date).toHaveValue('5 May 2026');
  const sign = page.getByRole('button', { name: /^Sign and export/ });
  await expect(sign).not.toHaveAttribute('aria-disabled', 'true');
  await tabTo(page, sign);
  await page.keyboard.press('Enter');
}
