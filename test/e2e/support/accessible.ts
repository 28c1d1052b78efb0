import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { FrameScreen } from '../screens/frame-screen.ts';
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

/** The same for the desk in English and light, then in German and dark; leaves English and light. */
export async function expectAccessibleInBoth(page: Page, where: string): Promise<void> {
  const frame = new FrameScreen(page);
  await expectAccessible(page, `${where}, English and light`);
  await frame.speak('Deutsch');
  await frame.dress('dark');
  await expectAccessible(page, `${where}, German and dark`);
  await frame.speak('English');
  await frame.dress('light');
}
