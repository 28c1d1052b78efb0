import { expect, it } from 'vitest';
import { outerBorders } from '../../../../renderer/desk/features/map/outer-borders.ts';

const square = (west: number): [number, number][] => [
  [west, 0],
  [west + 1, 0],
  [west + 1, 1],
  [west, 1],
  [west, 0],
];

it('keeps the whole ring of a single polygon', () => {
  expect(outerBorders([[square(0)]])).toEqual([square(0)]);
});

it('leaves out the edge two neighbours share, whichever way they run', () => {
  const edges = outerBorders([[square(0)], [square(1).toReversed()]]).flatMap((line) =>
    line.slice(1).map((to, i) => [line[i], to]),
  );
  expect(edges).toHaveLength(6);
  expect(edges.every((ends) => ends.some((place) => place?.[0] !== 1))).toBe(true);
});

it('keeps both rings of polygons that lie apart', () => {
  expect(outerBorders([[square(0)], [square(5)]])).toEqual([square(0), square(5)]);
});
