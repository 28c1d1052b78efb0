import { expect, it } from 'vitest';
import { sliverFeatures } from '../../../../renderer/desk/features/map/slivers.ts';

const square = (x: number): (readonly [number, number])[] => [
  [x, 0],
  [x + 1, 0],
  [x + 1, 1],
  [x, 1],
  [x, 0],
];

it('draws an area and a border a sliver, without the edges its pieces share', () => {
  const { features } = sliverFeatures([
    { rings: [square(5)], text: 'one piece' },
    { rings: [square(0), square(1)], text: 'two pieces' },
  ]);
  expect(features.map(({ id, properties }) => [id, properties?.['part']])).toEqual([
    [0, 'area'],
    [0, 'border'],
    [1, 'area'],
    [1, 'border'],
  ]);
  expect(features[2]?.geometry.coordinates).toHaveLength(2);
  const lines = (features[3]?.geometry.coordinates ?? []) as number[][][];
  const edges = lines.flatMap((line) => line.slice(1).map((to, at) => JSON.stringify([line[at], to])));
  expect(edges).toHaveLength(6);
  expect(edges).not.toContain(
    JSON.stringify([
      [1, 0],
      [1, 1],
    ]),
  );
});
