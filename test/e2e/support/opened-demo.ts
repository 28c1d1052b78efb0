import type { Page } from '@playwright/test';
import { ensureBuilt } from '../../../electron/launcher/build-application.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { launchFreigabe, type LaunchedFreigabe } from './launch.ts';
import { type PreparedDialogs, prepareDialogs } from './prepared-dialogs.ts';

export interface OpenedDemo {
  readonly freigabe: LaunchedFreigabe;
  readonly page: Page;
  readonly dialogs: PreparedDialogs;
  /** From before the start of the process until both pictures were drawn. */
  readonly milliseconds: number;
}

/** Starts with the demo, in English and light, and waits until map and histogram are drawn. */
export async function openDemo(): Promise<OpenedDemo> {
  ensureBuilt();
  const dialogs = prepareDialogs();
  const started = performance.now();
  const freigabe = await launchFreigabe({
    args: ['--demo', '--language', 'en', '--theme', 'light'],
    env: dialogs.env,
  });
  const page = await freigabe.window('desk');
  const tune = new TuneScreen(page);
  await tune.bars.first().waitFor({ timeout: 90_000 });
  await tune.zones.getByRole('option').first().waitFor({ state: 'attached' });
  await tune.settled();
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  return { freigabe, page, dialogs, milliseconds: performance.now() - started };
}
