import { expect, type Page } from '@playwright/test';

/** Fails when the page scrolls sideways, or a button, label, select, tab or heading cuts off its own text. */
export async function expectNothingCut(page: Page, where: string): Promise<void> {
  const faults = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} of ${clientWidth} px wide`] : [];
    const canvas = document.createElement('canvas').getContext('2d');
    const selectCut = (select: HTMLSelectElement): boolean => {
      if (canvas === null) return false;
      const style = getComputedStyle(select);
      canvas.font = style.font;
      const text = canvas.measureText(select.selectedOptions[0]?.text ?? '').width;
      const room =
        select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      return text > room + 1;
    };
    const cut = (element: Element): boolean =>
      element instanceof HTMLSelectElement
        ? selectCut(element)
        : element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline';
    const shown = [...document.querySelectorAll('button, label, select, legend, h1, h2, h3, th, dt')].filter(
      (element) => element.checkVisibility() && element.closest('.unseen') === null,
    );
    const texts = shown
      .filter((element) => cut(element))
      .map((element) => `${element.tagName.toLowerCase()} "${element.textContent.slice(0, 60)}" is cut off`);
    return [...wide, ...texts];
  });
  expect.soft(faults, `${where} fits`).toEqual([]);
}
