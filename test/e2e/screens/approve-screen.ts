import type { Locator, Page } from '@playwright/test';

/** The Approve step, in English. */
export class ApproveScreen {
  readonly page: Page;
  readonly gates: Locator;
  readonly sign: Locator;

  constructor(page: Page) {
    this.page = page;
    this.gates = page.getByRole('region', { name: 'Gates' }).getByRole('listitem');
    this.sign = page.getByRole('button', { name: /^Sign and export/ });
  }

  async fill(
    field: 'Title' | 'Organisation' | 'Purpose' | 'Legal basis' | 'Recipient' | 'Comment',
    text: string,
  ) {
    await this.page.getByLabel(field, { exact: true }).fill(text);
  }

  /** `day` as `YYYY-MM-DD`. */
  async setReleaseDate(day: string): Promise<void> {
    await this.page.getByLabel('Release date').fill(day);
  }

  async createKey(label: string): Promise<void> {
    await this.page.getByLabel('Name of a new key').fill(label);
    await this.page.getByRole('button', { name: 'Create key…' }).click();
  }
}
