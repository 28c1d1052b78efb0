import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** How long a window that was gone while something was done in it may take to be known as closed. */
const graceMilliseconds = 5000;

/** Does what closes a window, which may be gone before it is done, and waits until it is closed. */
export async function closing(window: Page, act: () => Promise<void>): Promise<void> {
  const closed = window.waitForEvent('close', { timeout: 0 });
  try {
    await act();
  } catch (error) {
    await Promise.race([closed, pause(graceMilliseconds)]);
    if (!window.isClosed()) throw error;
  }
  await closed;
}
