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

  /** Says everything a release must say about itself. */
  async fillTerms(): Promise<void> {
    await this.fill('Title', 'Footfall');
    await this.fill('Organisation', 'Beispielnetz GmbH');
    await this.fill('Purpose', 'How busy each district is');
    await this.fill('Legal basis', 'Anonymised data, TDDDG section 13(1)');
    await this.fill('Recipient', 'City of Auenfeld');
    await this.setReleaseDate('2026-05-20');
  }

  /** `day` as `YYYY-MM-DD`. */
  async setReleaseDate(day: string): Promise<void> {
    await this.page.getByLabel('Release date', { exact: true }).fill(day);
  }

  async createKey(label: string): Promise<void> {
    await this.page.getByLabel('Name of a new key').fill(label);
    await this.page.getByRole('button', { name: 'Create key…' }).click();
  }
}
