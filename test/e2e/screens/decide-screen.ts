import type { Locator, Page } from '@playwright/test';

/** Deciding about a bundle somebody else prepared, in English. */
export class DecideScreen {
  readonly page: Page;
  readonly chain: Locator;
  readonly needs: Locator;
  readonly comment: Locator;
  readonly role: Locator;
  readonly act: Locator;
  readonly waiting: Locator;

  constructor(page: Page) {
    this.page = page;
    this.chain = page.getByRole('region', { name: 'Signed so far' });
    this.needs = page.locator('.decide-needs li');
    this.comment = page.getByLabel(/^(Comment|Reason)$/);
    this.role = page.getByLabel('Role', { exact: true });
    this.act = page.locator('.footer-actions .button-primary');
    this.waiting = page.getByRole('region', { name: 'Waiting for a signature' });
  }

  /** From an inspected bundle. */
  async enter(): Promise<void> {
    await this.page.getByRole('button', { name: 'Decide…' }).click();
    await this.chain.waitFor();
  }

  async choose(decision: 'Approve' | 'Reject' | 'Withdraw'): Promise<void> {
    await this.page.getByRole('radio', { name: decision, exact: true }).check({ force: true });
  }

  async confirmAll(): Promise<void> {
    const boxes = this.page.getByRole('group', { name: 'I confirm' }).getByRole('checkbox');
    const count = await boxes.count();
    for (let i = 0; i < count; i++)
      // oxlint-disable-next-line no-await-in-loop -- one box after the other, as a person does
      await boxes.nth(i).check();
  }

  async chooseKey(): Promise<void> {
    await this.page.getByRole('button', { name: 'Choose key file…' }).click();
  }

  async signElsewhere(person: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Key elsewhere' }).check({ force: true });
    await this.page.getByLabel('Whose key').selectOption({ label: person });
  }
}
