import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../../../renderer/desk/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split("[data-theme='dark'] {");

function token(theme: string, name: string): string {
  return new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1] ?? '';
}

/** Relative luminance of WCAG 2.2 plus the 0.05 every contrast is reckoned with. */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
}

const contrast = (a: string, b: string): number => {
  const [x, y] = [lightness(a), lightness(b)];
  return Math.max(x, y) / Math.min(x, y);
};

it.each([
  ['light', light],
  ['dark', dark],
])('the classes of the map lie in even steps and apart from the ground: %s', (_, theme) => {
  const ramp = Array.from({ length: 7 }, (_unused, i) => token(theme, `ramp-${i + 1}`));
  const steps = ramp.slice(1).map((color, i) => contrast(color, ramp[i] ?? ''));
  expect(Math.min(...steps)).toBeGreaterThan(1.35);
  expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.05);
  const ground = ramp.map((color) => contrast(color, token(theme, 'map-back')));
  expect(ground.toSorted((a, b) => a - b)).toEqual(ground);
  expect(ground[0]).toBeGreaterThan(1.15);
});
