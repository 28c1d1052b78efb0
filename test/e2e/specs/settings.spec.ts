import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { FrameScreen } from '../screens/frame-screen.ts';
import { launchFreigabe } from '../support/launch.ts';
import { removeFolder } from '../support/remove-folder.ts';

const shownTheme = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

const keptIn = (userData: string): unknown => {
  const file = join(userData, 'settings.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

test('language and theme are kept over a restart', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'freigabe-settings-'));
  try {
    for (const [name, language, theme, heading] of [
      ['Deutsch', 'de', 'dark', 'Einen Auszug öffnen'],
      ['English', 'en', 'light', 'Open an extract'],
    ] as const) {
      const first = await launchFreigabe({ userData });
      const before = await first.window('desk');
      const frame = new FrameScreen(before);
      await frame.speak(name);
      await frame.dress(theme);
      await expect(before.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect.poll(() => shownTheme(before)).toBe(theme);
      await expect.poll(() => keptIn(userData)).toMatchObject({ language, theme });
      await first.close();

      const second = await launchFreigabe({ userData });
      const after = await second.window('desk');
      await expect(after.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(after.locator('html')).toHaveAttribute('lang', language);
      await expect(new FrameScreen(after).theme).toHaveValue(theme);
      expect(await shownTheme(after)).toBe(theme);
      await second.close();
    }
  } finally {
    removeFolder(userData);
  }
});
