import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { FrameScreen } from '../screens/frame-screen.ts';
import { takePicture } from './picture.ts';
import { resizePage } from './resize-page.ts';
import { animationsEnd } from './stands-still.ts';

/** Fails with every finding of axe on what a window shows now. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await animationsEnd(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
  expect(found, `axe on ${where}`).toEqual([]);
}

/**
 * The same for the desk in English and light, then in German and dark; leaves English and light. With a picture's name each is taken, the
 * second one in a small window, and nothing may be cut off.
 */
export async function expectAccessibleInBoth(page: Page, where: string, picture?: string): Promise<void> {
  const frame = new FrameScreen(page);
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const);
  await expectAccessible(page, `${where}, English and light`);
  if (picture !== undefined) await takePicture(page, `${picture}-en-light`);
  await frame.speak('Deutsch');
  await frame.dress('dark');
  if (picture !== undefined) await resizePage(page, 1280, 720);
  await expectAccessible(page, `${where}, German and dark`);
  if (picture !== undefined) {
    await takePicture(page, `${picture}-de-dark-1280`);
    await resizePage(page, width, height);
  }
  await frame.speak('English');
  await frame.dress('light');
}
