import { expect, type Locator } from '@playwright/test';

/** Waits until a map is drawn: it does not wait for its next picture, its middle has the colours of a map, and two pictures in a row are the same. */
export async function mapDrawn(map: Locator): Promise<void> {
  await expect(map).not.toHaveAttribute('data-held');
  await expect.poll(async () => colorsIn(map, await map.screenshot())).toBeGreaterThan(20);
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

/** How many colours the middle of a picture has, where nothing but the map is. */
function colorsIn(map: Locator, picture: Buffer): Promise<number> {
  return map.evaluate(async (_, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const [width, height] = [Math.floor(image.width / 3), Math.floor(image.height / 3)];
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(image, -width, -height);
    const pixels = context?.getImageData(0, 0, width, height).data;
    return new Set(pixels && new Uint32Array(pixels.buffer)).size;
  }, picture.toString('base64'));
}
