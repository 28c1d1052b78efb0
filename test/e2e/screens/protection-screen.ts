import type { Locator, Page } from '@playwright/test';
import { pressOnceThere } from '../support/press-once-there.ts';

type Outcome = 'exact' | 'too narrow' | 'safe' | 'not tested';

/** What is hidden to protect others, and what a reader could still work out, in English. */
export class ProtectionScreen {
  readonly page: Page;
  readonly again: Locator;
  readonly audit: Locator;
  /** The audit of the recipe that is shown, as opposed to a dimmed one of an earlier recipe. */
  readonly done: Locator;
  private readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.locator('.protection-status');
    this.again = this.status.getByRole('button', { name: 'Work out' });
    this.audit = page.getByRole('region', { name: 'What a reader could work out' });
    this.done = this.audit.locator('.audit[aria-busy="false"]');
  }

  /** Calls off what is worked out as soon as it has begun, since it may be done a moment later. Ask before what begins it. */
  async callOff(): Promise<void> {
    await pressOnceThere(this.page, '.protection-running button');
  }

  /** Waits until hidden groups are worked out for the recipe that is shown. */
  async finished(timeout = 180_000): Promise<void> {
    await this.done.waitFor({ timeout });
  }

  /** How many hidden groups ended so. */
  async hidden(outcome: Outcome): Promise<number> {
    const figure = this.audit
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${outcome}$`) })
      .locator('xpath=following-sibling::dd');
    return Number((await figure.innerText()).replaceAll(',', ''));
  }
}
