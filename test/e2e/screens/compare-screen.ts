import type { Locator, Page } from '@playwright/test';

/** Two recipes side by side, in English. */
export class CompareScreen {
  readonly open: Locator;
  readonly dialog: Locator;
  readonly maps: Locator;
  readonly close: Locator;
  readonly swap: Locator;
  private readonly table: Locator;
  private readonly figures: Locator;

  constructor(page: Page) {
    this.open = page.getByRole('button', { name: 'Compare with…' });
    this.dialog = page.getByRole('dialog', { name: 'Two recipes side by side' });
    this.maps = this.dialog.getByRole('img');
    this.close = this.dialog.getByRole('button', { name: 'Close' });
    this.swap = this.dialog.getByRole('button', { name: 'Switch A and B' });
    this.table = this.dialog.locator('.compare-part').first().getByRole('row');
    this.figures = this.dialog.locator('.compare-part').last().getByRole('row');
  }

  /** What differs, row by row: parameter, A and B. */
  async changes(): Promise<readonly (readonly string[])[]> {
    const rows = await this.table.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent)),
    );
    return rows.slice(1);
  }

  /** A figure of A and of B; fails where one of them is not known yet. */
  async figure(name: string): Promise<readonly [a: number, b: number]> {
    const row = this.figures.filter({ hasText: name }).first();
    const [a = '', b = ''] = await row.getByRole('cell').allInnerTexts();
    const [left, right] = [Number(a.replaceAll(',', '')), Number(b.replaceAll(',', ''))];
    if (!/\d/.test(a) || !/\d/.test(b) || Number.isNaN(left) || Number.isNaN(right))
      throw new Error(`"${a}" and "${b}" are no figures of ${name}`);
    return [left, right];
  }

  /** Waits until both sides are counted as they are named. */
  async settled(): Promise<void> {
    await this.dialog.locator('.compare-part[aria-busy="false"]').waitFor({ timeout: 60_000 });
  }
}
