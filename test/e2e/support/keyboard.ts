import { expect, type Locator, type Page } from '@playwright/test';

const mostTabs = 90;

/** Presses Tab until the element has the focus; every element on the way must show that it has it. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < mostTabs; presses++) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    if (await hasFocus(target)) return;
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press(key);
    // oxlint-disable-next-line no-await-in-loop
    await expectFocusShown(page);
  }
  throw new Error(`${target.toString()} is not reached by ${mostTabs} presses of ${key}`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target
    .first()
    .evaluate((element) => element === document.activeElement, undefined, { timeout: 2000 })
    .catch(() => false);
}

/** Fails when the focused element, or what stands for it on the screen, has no outline or lies outside the window. */
export async function expectFocusShown(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    if (focused === document.body) return '';
    // oxlint-disable-next-line consistent-function-scoping -- what runs in the page must come whole
    const outlined = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return (
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !outlineColor.endsWith(', 0)')
      );
    };
    const around = [focused, focused.parentElement, focused.parentElement?.parentElement];
    const shown = [...around, ...focused.children].find((each) => each instanceof Element && outlined(each));
    const named = `${focused.tagName.toLowerCase()} "${focused.getAttribute('aria-label') ?? focused.textContent}"`;
    if (!(shown instanceof Element)) return `${named} has no outline`;
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const seen = [right - 1, bottom - 1, innerWidth - left, innerHeight - top].every((room) => room > 0);
    return seen ? '' : `${named} is not on the screen`;
  });
  expect(fault, 'focus is visible').toBe('');
}
