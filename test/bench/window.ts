import type { Page } from '@playwright/test';
import { launchFreigabe } from '../e2e/support/launch.ts';
import type { BenchExtract } from './extract-files.ts';

/** Times in the real window, milliseconds: medians, and the slowest of the changes. */
export interface WindowTimes {
  /** From the start of the process to map and histogram of the demo. */
  readonly demoOpened: number;
  /** From the key that moves the threshold to both pictures drawn. */
  readonly threshold: number;
  readonly thresholdSlowest: number;
  /** The same for another time bin. */
  readonly timeBin: number;
  /** Drawing the map again without any new data. */
  readonly drawingAlone: number;
}

/** Opens the demo and then an extract in the real application, and changes threshold and time bin there. */
export async function windowTimes(extract: BenchExtract): Promise<WindowTimes> {
  const started = performance.now();
  const demo = await launchFreigabe({ args: ['--demo', '--language', 'en'] });
  await bothPictures(await demo.window('desk'));
  const demoOpened = performance.now() - started;
  await demo.close();
  const files = ['--events', extract.events, '--cells', extract.cells, '--zones', extract.zones];
  const freigabe = await launchFreigabe({ args: [...files, '--language', 'en'] });
  try {
    const page = await freigabe.window('desk');
    await page.getByRole('button', { name: 'Read extract' }).click({ timeout: 60_000 });
    const tune = page.getByRole('button', { name: 'Tune' });
    await tune.click({ timeout: 180_000 });
    await bothPictures(page);
    const thresholds = await thresholdChanges(page, 21);
    return {
      demoOpened,
      threshold: median(thresholds),
      thresholdSlowest: Math.max(...thresholds),
      timeBin: await timeBinChange(page),
      drawingAlone: median(await redraws(page, 11)),
    };
  } finally {
    await freigabe.close();
  }
}

async function bothPictures(page: Page): Promise<void> {
  await page.locator('.map-list [role=option]').first().waitFor({ state: 'attached', timeout: 180_000 });
  await page.locator('.risk-list [role=option]').first().waitFor({ state: 'attached', timeout: 60_000 });
}

function thresholdChanges(page: Page, times: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const handle = document.querySelector<HTMLElement>('.risk-handle');
    const bars = document.querySelector('.risk-list');
    if (!handle || !bars) throw new Error('no histogram');
    const taken: number[] = [];
    for (let i = 0; i < count; i++) {
      const changed = new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          done();
        });
        observer.observe(bars, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      const from = performance.now();
      handle.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
      );
      await changed;
      await new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => requestAnimationFrame(done));
      taken.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, 300));
    }
    return taken;
  }, times);
}

async function timeBinChange(page: Page): Promise<number> {
  const select = page.getByRole('combobox', { name: 'Time', exact: true });
  const list = page.locator('.risk-list');
  const before = await list.textContent();
  const from = performance.now();
  await select.selectOption('daypart');
  while ((await list.textContent()) === before) await new Promise((done) => setTimeout(done, 5));
  return performance.now() - from;
}

function redraws(page: Page, times: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const taken: number[] = [];
    for (let i = 0; i < count; i++) {
      const canvas = document.querySelector<HTMLElement>('.map-canvas');
      if (!canvas) throw new Error('no map');
      const from = performance.now();
      canvas.style.width = i % 2 === 0 ? 'calc(100% - 1px)' : '';
      await new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => requestAnimationFrame(done));
      taken.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, 300));
    }
    return taken;
  }, times);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
