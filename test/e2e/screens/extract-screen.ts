import type { Locator, Page } from '@playwright/test';

export type Kind = 'events' | 'cells' | 'persons' | 'objections' | 'zones' | 'population';

/** The Extract step, in English. */
export class ExtractScreen {
  readonly page: Page;
  readonly demo: Locator;
  readonly chooseEvents: Locator;
  readonly understood: Locator;
  /** What is remarkable: rows left out by reason, gaps, people, cells. */
  readonly standsOut: Locator;
  readonly progress: Locator;
  readonly cancel: Locator;
  readonly timeZone: Locator;
  readonly zones: Locator;
  readonly noRegisterReason: Locator;
  readonly lookUp: Locator;
  /** What losing the file would mean, in English. */
  readonly loss: Locator;

  constructor(page: Page) {
    this.page = page;
    this.demo = page.getByRole('button', { name: 'Open the demo' });
    this.chooseEvents = page.getByRole('button', { name: 'Choose event file…' });
    this.understood = page.getByRole('region', { name: 'What was understood' });
    this.standsOut = page.getByRole('region', { name: 'What stands out' });
    this.progress = page.getByRole('progressbar', { name: 'Reading the extract' });
    this.cancel = page.getByRole('button', { name: 'Cancel' });
    this.timeZone = page.getByLabel('Time zone', { exact: true });
    this.zones = page.getByLabel('Zones', { exact: true });
    this.loss = page.getByRole('region', { name: 'If this file were lost', exact: true });
    this.lookUp = page.getByRole('button', { name: /^(Look up a status…|Status nachschlagen …)/ });
    this.noRegisterReason = page.getByLabel('Why there is no objection register');
  }

  /** Adds a file; what the dialog answers is the test's to prepare. */
  async add(kind: Kind): Promise<void> {
    await this.page.locator(`[data-kind="${kind}"]`).getByRole('button').first().click();
  }

  /**
   * Drops files of this machine on the window. They come from a field for files, since only files that a person chose have a path; it is gone
   * afterwards.
   */
  async drop(...paths: readonly string[]): Promise<void> {
    const field = await this.page.evaluateHandle(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      document.body.append(input);
      return input;
    });
    await field.setInputFiles([...paths]);
    await field.evaluate((input) => {
      const dropped = new DataTransfer();
      for (const file of input.files ?? []) dropped.items.add(file);
      input.remove();
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    });
  }

  /** Measures what losing the file would mean, to the end. */
  async measureLoss(): Promise<void> {
    await this.loss.getByRole('button', { name: 'Measure' }).click();
    await this.loss.getByText('that person is the only match in').waitFor({ timeout: 120_000 });
  }

  /** Gives a column a meaning in the list of all columns, which is folded away at first. */
  async setRole(column: string, meaning: string): Promise<void> {
    const choice = this.page.getByLabel(`Meaning of column ${column}`, { exact: true });
    const list = this.page.locator('details.all-columns').filter({ has: choice });
    if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
    await choice.selectOption(meaning);
  }

  /** Gives a meaning, in English, a column of a file. */
  async setColumn(meaning: string, column: string): Promise<void> {
    await this.page.getByLabel(`Column for ${meaning}`, { exact: true }).selectOption({ label: column });
  }
}
