import type { Locator, Page } from '@playwright/test';
import { dashAcross } from '../support/quick-hand.ts';
import { standsStill } from '../support/stands-still.ts';

export type TableName = 'Footfall' | 'Dwell' | 'Frequency' | 'Flows' | 'Catchment';
export const tableNames: readonly TableName[] = ['Footfall', 'Dwell', 'Frequency', 'Flows', 'Catchment'];

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
  readonly bars: Locator;
  readonly legend: Locator;
  readonly clock: Locator;
  readonly zonePanel: Locator;
  readonly bands: Locator;

  constructor(page: Page) {
    this.page = page;
    this.recipe = page.getByRole('complementary', { name: 'Recipe' });
    this.histogram = page.getByRole('region', { name: 'Groups by how many people are in them' });
    this.threshold = this.histogram.getByRole('slider', { name: 'Minimum persons' });
    this.minimum = this.recipe.getByRole('textbox', { name: 'Minimum persons' });
    this.figures = page.locator('.summary-figures .figure strong');
    this.zones = page.locator('.tune-map').getByRole('listbox');
    this.time = page.getByRole('region', { name: 'Time', exact: true });
    this.bars = this.histogram.getByRole('listbox').getByRole('option');
    this.legend = page.getByRole('region', { name: 'Legend' });
    this.clock = this.time.getByRole('slider');
    this.zonePanel = page.getByRole('region', { name: /^Zone / });
    this.bands = page.getByRole('region', { name: /^Bands, as small maps/ }).getByRole('button');
  }

  tab(table: TableName): Locator {
    return this.page.getByRole('tablist', { name: 'Tables' }).getByRole('tab', { name: table });
  }

  /** Looks at a table, and waits until it is drawn. */
  async look(table: TableName): Promise<void> {
    await this.tab(table).click();
    await this.settled();
  }

  /** Whether a table is part of the release, as the recipe asks it. */
  released(table: TableName): Locator {
    return this.recipe.getByRole('checkbox', { name: table, exact: true });
  }

  /** Masks the surroundings of every kind of place that the open file names. */
  async maskPlaces(): Promise<void> {
    const row = this.recipe.locator('summary').filter({ hasText: 'Sensitive places' });
    await row.click();
    await this.recipe.getByRole('button', { name: 'All kinds of the file' }).click();
    await row.click();
  }

  /** Selects the zone at this place of the list, from 0. */
  async selectZone(place: number): Promise<void> {
    await this.zones.focus();
    await this.page.keyboard.press('Home');
    for (let i = 0; i < place; i++) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await this.zonePanel.waitFor();
  }

  async choose(
    parameter: 'Zones' | 'Time' | 'Gender' | 'Rounding' | 'Totals' | 'Preset' | 'Policy' | 'Cell-key noise',
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
    await standsStill(this.page);
    const box = await this.threshold.boundingBox();
    if (box === null) throw new Error('the threshold is not on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + pixels, y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Draws across bars with a hand that is quicker than the page. */
  async dashAcrossBars(from: number, to: number): Promise<void> {
    await standsStill(this.page);
    const [first, last] = [await this.bars.nth(from).boundingBox(), await this.bars.nth(to).boundingBox()];
    if (first === null || last === null) throw new Error('the bars are not on the screen');
    const y = first.y + first.height - 20;
    const way = { from: first.x + first.width / 2, to: last.x + last.width / 2, y };
    await dashAcross(this.histogram.getByRole('listbox'), way);
  }

  /** Groups by bar, from their accessible names: what is published of them and what is hidden. */
  async groups(): Promise<readonly { readonly published: number; readonly hidden: number }[]> {
    const names = await this.bars.evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label')));
    return names.map((name) => {
      const [, published = '', hidden = ''] = /: ([\d,]+) published, ([\d,]+) hidden/.exec(name ?? '') ?? [];
      return { published: whole(published), hidden: whole(hidden) };
    });
  }

  /** Zones with and without a released figure at the shown time, as the map draws them. */
  async drawn(): Promise<{ readonly published: number; readonly hidden: number }> {
    const [published, hidden] = await this.page
      .locator('.map-frame')
      .evaluate((map) => [map.getAttribute('data-published'), map.getAttribute('data-hidden')]);
    return { published: whole(published ?? ''), hidden: whole(hidden ?? '') };
  }

  /** Figure by figure: groups published, share kept, smallest published group, rounding error. */
  async summary(): Promise<readonly string[]> {
    return this.figures.allTextContents();
  }

  /** Waits until both pictures show what was asked for last. */
  async settled(): Promise<void> {
    await this.histogram.and(this.page.locator('[aria-busy="false"]')).waitFor();
    await this.page.locator('.summary-figures:not(.stale)').waitFor();
  }
}

function whole(text: string): number {
  const value = Number(text.replaceAll(',', ''));
  if (text === '' || !Number.isInteger(value)) throw new Error(`"${text}" is no whole number`);
  return value;
}
