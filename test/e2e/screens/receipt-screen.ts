import type { Locator, Page } from '@playwright/test';

/** The Export step, in English. */
export class ReceiptScreen {
  readonly outcome: Locator;
  readonly commands: Locator;
  private readonly digestLine: Locator;

  constructor(page: Page) {
    const exported = page.getByRole('region', { name: 'Exported' });
    this.outcome = exported.getByRole('status');
    this.commands = page.locator('.commands');
    this.digestLine = page.locator('[data-digest]');
  }

  async digest(): Promise<string> {
    return (await this.digestLine.getAttribute('data-digest')) ?? '';
  }
}
