import type { Locator, Page } from '@playwright/test';
import { closing } from '../support/closing.ts';

/** The window in which an identifier is looked up, in whatever language it stands. */
export class LookUpScreen {
  readonly page: Page;
  readonly heading: Locator;
  readonly identifier: Locator;
  readonly close: Locator;
  readonly register: Locator;
  readonly extract: Locator;
  readonly recipe: Locator;
  readonly unchanged: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.identifier = page.getByRole('textbox', { name: /^(Identifier|Kennung)$/ });
    this.close = page.getByRole('button', { name: /^(Close|Schließen)$/ });
    this.register = page.locator('[data-fact="register"]');
    this.extract = page.locator('[data-fact="extract"]');
    this.recipe = page.locator('[data-fact="recipe"]');
    this.unchanged = page.getByText('This look-up changes nothing and is not kept.');
  }

  /** Types an identifier, presses Enter and gives the three answers. */
  async ask(identifier: string): Promise<readonly string[]> {
    await this.identifier.fill(identifier);
    await this.identifier.press('Enter');
    return Promise.all([this.register, this.extract, this.recipe].map(async (fact) => fact.innerText()));
  }

  async escape(): Promise<void> {
    await closing(this.page, () => this.page.keyboard.press('Escape'));
  }

  async leave(): Promise<void> {
    await closing(this.page, () => this.close.click());
  }
}
