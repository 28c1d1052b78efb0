import type { Locator } from '@playwright/test';

/** Where a pointer goes down and where it is let go, in pixels of the window. */
export interface Dash {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/**
 * Draws across an element with a hand that is quicker than the page: it is told where the pointer is, and that it was let go, before it draws
 * anything of it.
 */
export async function dashAcross(element: Locator, way: Dash): Promise<void> {
  await element.evaluate(async (target, { from, to, y }) => {
    const pointer = { bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, clientY: y };
    const tell = async (type: string, clientX: number, buttons: number): Promise<void> => {
      target.dispatchEvent(new PointerEvent(type, { ...pointer, clientX, buttons }));
      // oxlint-disable-next-line no-await-in-loop -- what waits for nothing is done, what waits for a frame is not
      for (let i = 0; i < 20; i++) await Promise.resolve();
    };
    await tell('pointerdown', from, 1);
    await tell('pointermove', (from + to) / 2, 1);
    await tell('pointermove', to, 1);
    await tell('pointerup', to, 0);
  }, way);
}
