import type { Locator, Page } from '@playwright/test';
import { closing } from '../support/closing.ts';

/** The window that asks for a signature or a new passphrase, in English. */
export class SealScreen {
  readonly page: Page;
  readonly heading: Locator;
  readonly digestGroups: Locator;
  readonly passphrase: Locator;
  readonly sign: Locator;
  readonly cancel: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.digestGroups = page
      .getByRole('region', { name: /^(Release digest|Prüfsumme der Freigabe)$/ })
      .getByRole('listitem');
    this.passphrase = page.getByLabel('Passphrase of this key');
    this.sign = page.getByRole('button', { name: /^Sign/ });
    this.cancel = page.getByRole('button', { name: /^(Cancel|Abbrechen)$/ });
    this.problem = page.getByRole('alert');
  }

  /** The digest as 64 digits. */
  async digest(): Promise<string> {
    return (await this.digestGroups.allTextContents()).join('');
  }

  /** Types the passphrase of a new key twice and has the key made. */
  async create(passphrase: string): Promise<void> {
    await this.page.getByLabel('New passphrase').fill(passphrase);
    await this.page.getByLabel('The same passphrase again').fill(passphrase);
    await this.finish(this.page.getByRole('button', { name: 'Create key' }));
  }

  /** Presses a button that closes this window, and waits until it is closed. */
  async finish(button: Locator): Promise<void> {
    await closing(this.page, () => button.click());
  }
}
