import type { Page } from '@playwright/test';

/**
 * Waits until nothing of a window is on its way: what moves has ended, but for what never ends, and for a tenth of a second no part
 * came, went or changed. What goes on changing, such as a clock, is waited for a quarter of a second.
 */
export async function standsStill(page: Page): Promise<void> {
  await animationsEnd(page);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const latest = performance.now() + 250;
        let changed = performance.now();
        const changes = new MutationObserver(() => (changed = performance.now()));
        changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const look = (): void => {
          const now = performance.now();
          if (now < latest && now - changed < 100) return void requestAnimationFrame(look);
          changes.disconnect();
          return done();
        };
        requestAnimationFrame(look);
      }),
  );
}

/** Waits until no colour or place is on its way to another. */
export async function animationsEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
}
