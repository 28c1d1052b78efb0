import { expect, it } from 'vitest';
import { labelPoint, ringArea } from '../../../../renderer/desk/features/map/label-point.ts';

const square = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
] as const;

it('puts the label of a square into its middle, as wide as the square', () => {
  expect(labelPoint([square])).toEqual({ point: [2, 2], width: 4 });
});

it('measures area by the order of the points', () => {
  expect(ringArea(square)).toBe(32);
  expect(ringArea(square.toReversed())).toBe(-32);
});

it('stays inside a horseshoe whose centroid lies outside', () => {
  const horseshoe = [
    [0, 0],
    [10, 0],
    [10, 10],
    [8, 10],
    [8, 2],
    [2, 2],
    [2, 10],
    [0, 10],
    [0, 0],
  ] as const;
  const [x, y] = labelPoint([horseshoe]).point;
  expect(x < 2 || x > 8 || y < 2).toBe(true);
});

it('keeps out of a hole', () => {
  const hole = [
    [1, 1],
    [3, 1],
    [3, 3],
    [1, 3],
    [1, 1],
  ] as const;
  const [x, y] = labelPoint([square, hole]).point;
  expect(x > 1 && x < 3 && y > 1 && y < 3).toBe(false);
});
