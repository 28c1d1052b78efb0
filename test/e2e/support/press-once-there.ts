import type { Page } from '@playwright/test';

/** Presses a button as soon as it is there: for work that may be done before a test looks again. Ask before what begins the work. */
export async function pressOnceThere(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((pressed) => {
        const changes = new MutationObserver(press);
        changes.observe(document, { subtree: true, childList: true });
        press();
        function press(): void {
          const button = document.querySelector<HTMLButtonElement>(wanted);
          if (button === null) return;
          changes.disconnect();
          button.click();
          pressed();
        }
      }),
    selector,
  );
}
