import { expect, type Locator, type Page } from '@playwright/test';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';

/** The Attacks step, in English. */
export class AttackScreen {
  readonly page: Page;
  readonly cards: Locator;
  readonly run: Locator;
  readonly running: Locator;
  readonly cancel: Locator;
  /** What a card opens to. */
  readonly panel: Locator;
  /** What would make the open attack fail. */
  readonly remedies: Locator;
  /** The recovered path beside the true one. */
  readonly replay: Locator;
  /** Invented people as a check, and what begins it. */
  readonly planted: Locator;
  readonly plant: Locator;
  readonly review: Locator;

  constructor(page: Page) {
    this.page = page;
    this.cards = page.locator('.attack-card');
    this.run = page.getByRole('button', { name: /^Run (all|the other) attacks/ });
    this.running = page.locator('.attack-running');
    this.cancel = this.running.getByRole('button', { name: 'Cancel' });
    this.panel = page.locator('#attack-panel');
    this.remedies = page.getByRole('region', { name: 'What would make it pass' });
    this.replay = page.getByRole('region', { name: 'A recovered path, replayed' });
    this.planted = page.getByRole('region', { name: 'Invented people as a check' });
    this.plant = this.planted.getByRole('button', { name: /^Plant 60 invented people/ });
    this.review = page.getByRole('button', { name: 'Review and approve' });
  }

  card(attack: AttackName): Locator {
    return this.page.locator(`.attack-card[data-attack="${attack}"]`);
  }

  async open(attack: AttackName): Promise<void> {
    await this.card(attack).locator('.attack-open').click();
  }

  /** `pass`, `fail`, `notTested`, `told` or `running`. */
  async standing(attack: AttackName): Promise<string | null> {
    return this.card(attack).getAttribute('data-standing');
  }

  /** Tries every attack that was not tried on the shown recipe yet, and waits for the last. */
  async tryAll(timeout = 180_000): Promise<void> {
    await expect(this.run).not.toHaveAttribute('aria-disabled', 'true', { timeout });
    await this.run.click();
    await this.running.waitFor({ state: 'detached', timeout });
    await expect(this.run).toBeHidden();
  }
}
