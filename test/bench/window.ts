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
  /** The same for other time bins, and for other zones. */
  readonly timeBin: number;
  readonly timeBinSlowest: number;
  readonly grid: number;
  readonly gridSlowest: number;
  /** Drawing the map again without any new data. */
  readonly drawingAlone: number;
}

const timeBinsChosen = ['day', 'daypart', 'hour', 'day', 'daypart'];
const gridsChosen = ['7', '6', '8', '7', 'polygons'];

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
    const timeBins = await choiceChanges(page, 'Time', timeBinsChosen);
    const grids = await choiceChanges(page, 'Zones', gridsChosen);
    return {
      demoOpened,
      threshold: median(thresholds),
      thresholdSlowest: Math.max(...thresholds),
      timeBin: median(timeBins),
      timeBinSlowest: Math.max(...timeBins),
      grid: median(grids),
      gridSlowest: Math.max(...grids),
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

/** From one choice after the other in a field of the recipe to both pictures drawn. */
function choiceChanges(page: Page, field: string, values: readonly string[]): Promise<readonly number[]> {
  return page
    .getByRole('combobox', { name: field, exact: true })
    .evaluate(async (element: HTMLSelectElement, chosen) => {
      const busy = '.risk[aria-busy=true], .map-frame[aria-busy=true], [data-held]';
      const taken: number[] = [];
      for (const value of chosen) {
        const before = document.querySelector('.risk-list')?.textContent;
        const from = performance.now();
        element.value = value;
        element.dispatchEvent(new Event('change', { bubbles: true }));
        do await new Promise((done) => requestAnimationFrame(done));
        while (
          document.querySelector('.risk-list')?.textContent === before ||
          document.querySelector(busy) !== null
        );
        await new Promise((done) => requestAnimationFrame(done));
        taken.push(performance.now() - from);
        await new Promise((done) => setTimeout(done, 300));
      }
      return taken;
    }, values);
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
