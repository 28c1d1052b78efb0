import type { Locator, Page } from '@playwright/test';
import type { TableName } from './tune-screen.ts';

/** The parts of a bundle as they are called. */
export type BundlePart =
  | 'Checks'
  | 'Map'
  | 'Tables'
  | 'Recipe'
  | 'Evidence'
  | 'Own policy'
  | 'Attacks'
  | 'Comparison'
  | 'As an analyst';

/** Inspecting a bundle, in English. */
export class InspectScreen {
  readonly page: Page;
  readonly open: Locator;
  readonly checks: Locator;
  readonly codes: Locator;
  readonly table: Locator;
  readonly fileName: Locator;
  /** The sentence that says what the bundle is. */
  readonly outcome: Locator;

  constructor(page: Page) {
    this.page = page;
    this.open = page.getByRole('button', { name: /^Open (another )?bundle…/ });
    const checks = page.getByRole('region', { name: 'Checks' });
    this.checks = checks.getByRole('listitem');
    this.codes = checks.locator('code');
    this.fileName = page.getByRole('main').getByRole('heading', { level: 1 });
    this.outcome = page
      .getByRole('main')
      .locator('[role=status], [role=alert]')
      .filter({ hasText: /^(Release|Prepared, not a release|DEMO|Rejected)\./ });
    this.table = page.getByRole('tabpanel').getByRole('table');
  }

  tab(table: TableName): Locator {
    return this.page.getByRole('tablist', { name: 'Tables' }).getByRole('tab', { name: table });
  }

  async show(part: BundlePart): Promise<void> {
    await this.page.getByRole('radio', { name: part, exact: true }).check({ force: true });
  }
}
