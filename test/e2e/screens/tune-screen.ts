import type { Locator, Page } from '@playwright/test';

/** The Tune step, in English. */
export class TuneScreen {
  readonly page: Page;
  readonly recipe: Locator;
  readonly histogram: Locator;
  readonly threshold: Locator;
  readonly minimum: Locator;
  readonly figures: Locator;
  readonly zones: Locator;
  readonly time: Locator;

  constructor(page: Page) {
    this.page = page;
    this.recipe = page.getByRole('complementary', { name: 'Recipe' });
    this.histogram = page.getByRole('region', { name: 'Groups by how many people are in them' });
    this.threshold = this.histogram.getByRole('slider', { name: 'Minimum persons' });
    this.minimum = this.recipe.getByRole('textbox', { name: 'Minimum persons' });
    this.figures = page.locator('.summary-figures .figure strong');
    this.zones = page.locator('.tune-map').getByRole('listbox');
    this.time = page.getByRole('region', { name: 'Time', exact: true });
  }

  async choose(
    parameter: 'Zones' | 'Time' | 'Gender' | 'Rounding' | 'Preset' | 'Policy',
    value: string,
  ): Promise<void> {
    await this.recipe.getByRole('combobox', { name: parameter, exact: true }).selectOption(value);
  }

  async typeMinimum(persons: number): Promise<void> {
    await this.minimum.fill(`${persons}`);
    await this.minimum.press('Enter');
  }

  /** Drags the threshold by so many pixels, in steps a hand would make. */
  async dragThreshold(pixels: number): Promise<void> {
    const box = await this.threshold.boundingBox();
    if (box === null) throw new Error('the threshold is not on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + pixels, y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Waits until both pictures show what was asked for last. */
  async settled(): Promise<void> {
    await this.histogram.and(this.page.locator('[aria-busy="false"]')).waitFor();
    await this.page.locator('.summary-figures:not(.stale)').waitFor();
  }
}
