import { expect, type Locator } from '@playwright/test';

/** Waits until a map is drawn: no former picture lies over it, it has the colours of a map, and two pictures in a row are the same. */
export async function mapDrawn(map: Locator): Promise<void> {
  await expect(map.locator('.map-held')).toHaveCount(0);
  await expect.poll(() => map.locator('.maplibregl-canvas').evaluate(colorsOf)).toBeGreaterThan(20);
  let last: Buffer | undefined;
  await expect
    .poll(
      async () => {
        const [former, now] = [last, await map.screenshot()];
        last = now;
        return former?.equals(now) ?? false;
      },
      { intervals: [400] },
    )
    .toBe(true);
}

/** How many colours are drawn. */
function colorsOf(drawn: HTMLElement | SVGElement): number {
  if (!(drawn instanceof HTMLCanvasElement) || drawn.width === 0 || drawn.height === 0) return 0;
  const copy = new OffscreenCanvas(drawn.width, drawn.height);
  const context = copy.getContext('2d');
  context?.drawImage(drawn, 0, 0);
  const pixels = context?.getImageData(0, 0, copy.width, copy.height).data;
  return new Set(pixels && new Uint32Array(pixels.buffer)).size;
}
