import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectNothingCut } from './fits.ts';

/** Where pictures of screens are kept, to be looked at. */
export const pictures = fileURLToPath(new URL('../../../test-results/screens/', import.meta.url));

/** A picture of a window as it stands, which must cut off nothing. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const file = `${name}.png`;
  await page.screenshot({ path: join(pictures, file), animations: 'disabled' });
  await expectNothingCut(page, file);
}
