import type { Page } from '@playwright/test';

/**
 * Waits until nothing of a window is on its way: what moves has ended, but for what never ends, and for a tenth of a second no part
 * came, went or changed. What goes on changing, such as a clock, is waited for a quarter of a second. No function in the page has a name: run
 * as a program, and not as a test, it would ask for a helper that is not there.
 */
export async function standsStill(page: Page): Promise<void> {
  await animationsEnd(page);
  await page.evaluate(async () => {
    const latest = performance.now() + 250;
    let changed = performance.now();
    const changes = new MutationObserver(() => (changed = performance.now()));
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    // oxlint-disable-next-line no-await-in-loop -- one frame after the other is the point
    do await new Promise((drawn) => requestAnimationFrame(drawn));
    while (performance.now() < latest && performance.now() - changed < 100);
    changes.disconnect();
  });
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
