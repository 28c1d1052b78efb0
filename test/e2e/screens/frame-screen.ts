import type { Locator, Page } from '@playwright/test';

export type StepName = 'extract' | 'tune' | 'attacks' | 'approve' | 'export' | 'inspect';

/** Header and footer, in whatever language they stand. */
export class FrameScreen {
  readonly page: Page;
  readonly extractLine: Locator;
  readonly said: Locator;
  readonly primary: Locator;
  readonly alert: Locator;
  readonly theme: Locator;

  constructor(page: Page) {
    this.page = page;
    this.extractLine = page.locator('.extract-line');
    this.said = page.locator('.footer-said');
    this.primary = page.locator('.footer-actions .button-primary');
    this.alert = page.getByRole('alert');
    this.theme = page.getByRole('banner').getByRole('combobox');
  }

  step(name: StepName): Locator {
    return this.page.locator(`[data-step="${name}"]`);
  }

  async go(name: StepName): Promise<void> {
    await this.step(name).click();
  }

  async speak(language: 'Deutsch' | 'English'): Promise<void> {
    await this.page.getByRole('button', { name: language }).click();
  }

  async dress(theme: 'light' | 'dark' | 'system'): Promise<void> {
    await this.theme.selectOption(theme);
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+z');
  }
}
