import { expect, it } from 'vitest';
import { letterStep, listStep } from '../../../../renderer/desk/features/map/list-step.ts';
import { legendLabel } from '../../../../renderer/desk/features/map/legend-label.ts';
import { lineScale } from '../../../../renderer/desk/features/map/line-scale.ts';
import { tileLayerRole } from '../../../../renderer/desk/features/map/tile-layer-role.ts';

it('moves within the list and stops at its ends', () => {
  expect(listStep('ArrowDown', undefined, 3)).toBe(0);
  expect(listStep('ArrowDown', 2, 3)).toBe(2);
  expect(listStep('ArrowUp', 0, 3)).toBe(0);
  expect(listStep('PageDown', 0, 30)).toBe(10);
  expect(listStep('End', 0, 3)).toBe(2);
  expect(listStep('Tab', 0, 3)).toBeUndefined();
  expect(listStep('End', undefined, 0)).toBeUndefined();
});

it('finds the next name by letter, around the end', () => {
  const names = ['Altstadt', 'Hafen', 'Anger'];
  expect(letterStep('a', 0, names)).toBe(2);
  expect(letterStep('A', 2, names)).toBe(0);
  expect(letterStep('x', 0, names)).toBeUndefined();
});

it('writes bounds in the language of the interface', () => {
  expect(legendLabel(1500, 'de')).toBe('1.500');
  expect(legendLabel(15_000, 'en')).toBe('15K');
});

it('thins lines where many zones share the screen, within limits', () => {
  expect(lineScale(700 * 600, 60)).toBe(1);
  expect(lineScale(700 * 600, 300)).toBeCloseTo(0.624, 2);
  expect(lineScale(700 * 600, 20_000)).toBe(0.4);
});

it('guesses what a layer of a tile set holds', () => {
  expect(['Water', 'transportation', 'water_name', 'landuse', 'boundary', 'xyz'].map(tileLayerRole)).toEqual([
    'water',
    'road',
    'skip',
    'land',
    'border',
    'other',
  ]);
});
